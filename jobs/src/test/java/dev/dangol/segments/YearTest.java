package dev.dangol.segments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.SegmentSettings;
import dev.dangol.testing.SparkExtension;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Twelve monthly days of a shop whose customers come, go, change their ways and grow older. One
 * kind appears in the fifth month and another is gone from the ninth.
 */
@ExtendWith(SparkExtension.class)
class YearTest {
  private static final int MONTHS = 12;
  private static final int BULK_FROM = 5;
  private static final int ONE_TIMERS_UNTIL = 8;

  /** A plain kind of customer. */
  private enum Kind {
    REGULAR(12, 12, 0.05, 30),
    BARGAIN(4, 60, 0.6, 25),
    ONE_TIMER(0, 300, 0.05, 28),
    BULK(6, 40, 0.1, 4000);

    final int repeats;
    final int silence;
    final double discount;
    final double basket;

    Kind(int repeats, int silence, double discount, double basket) {
      this.repeats = repeats;
      this.silence = silence;
      this.discount = discount;
      this.basket = basket;
    }
  }

  private final Random random = new Random(20);
  private final Map<String, Kind> kinds = new HashMap<>();
  private int known;

  @Test
  void no_id_ever_means_something_else_and_flows_add_up_to_sizes(SparkSession spark) {
    SegmentDiary diary = new SegmentDiary(spark);
    SegmentSettings settings = SegmentShop.settings(2, 5);
    Map<String, Kind> meaning = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    Set<String> ended = new HashSet<>();
    SegmentDiary.Page before = null;
    for (int month = 0; month < MONTHS; month++) {
      moveOn(month);
      LocalDate asOf = LocalDate.of(2026, 1, 31).plusMonths(month);
      SegmentDiary.Page page = diary.write(SegmentShop.table(spark, rows(month)), settings, asOf);

      living(page).forEach((id, kind) -> assertSame(meaning, id, kind));
      page.names().forEach((id, name) -> assertSame(names, id, name));
      assertThat(new HashSet<>(names.values())).hasSameSizeAs(names.keySet());
      assertThat(living(page).keySet()).noneMatch(ended::contains);
      page.events().forEach((id, event) -> addIf(ended, id, event.equals("retired")));
      assertFlows(before, page);
      before = page;
    }
    assertThat(meaning).hasSize(4).containsValues(Kind.values());
    assertThat(ended).hasSize(1).allMatch(id -> meaning.get(id) == Kind.ONE_TIMER);
  }

  /** The kind that most of each segment's customers are. */
  private Map<String, Kind> living(SegmentDiary.Page page) {
    Map<String, List<Kind>> members =
        page.places().entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    Collectors.mapping(place -> kinds.get(place.getKey()), Collectors.toList())));
    Map<String, Kind> most = new HashMap<>();
    members.forEach((id, found) -> most.put(id, commonest(found)));
    return most;
  }

  private static Kind commonest(List<Kind> found) {
    return found.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }

  private static <T> void assertSame(Map<String, T> before, String id, T now) {
    assertThat(now).as(id).isEqualTo(before.computeIfAbsent(id, first -> now));
  }

  private static void addIf(Set<String> ids, String id, boolean wanted) {
    if (wanted) {
      ids.add(id);
    }
  }

  /**
   * Customers who go into each place are its size now, and those who go out of it its size before.
   */
  private static void assertFlows(SegmentDiary.Page before, SegmentDiary.Page page) {
    assertThat(sums(page.moves(), 1, "left")).isEqualTo(counted(page));
    if (before != null) {
      assertThat(sums(page.moves(), 0, "new")).isEqualTo(counted(before));
    }
    Map<String, Long> into = sums(page.moves(), 1, "left");
    page.sizes().forEach((id, size) -> assertThat(into.getOrDefault(id, 0L)).isEqualTo(size));
  }

  private static Map<String, Long> sums(Map<List<String>, Long> moves, int end, String without) {
    return moves.entrySet().stream()
        .filter(move -> !move.getKey().get(end).equals(without))
        .collect(
            Collectors.groupingBy(
                move -> move.getKey().get(end), Collectors.summingLong(Map.Entry::getValue)));
  }

  private static Map<String, Long> counted(SegmentDiary.Page page) {
    return page.places().values().stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private void moveOn(int month) {
    if (month == 0) {
      add(Kind.REGULAR, 80);
      add(Kind.BARGAIN, 80);
      add(Kind.ONE_TIMER, 80);
      return;
    }
    kinds.keySet().removeIf(id -> random.nextInt(40) == 0);
    kinds.replaceAll((id, kind) -> changed(kind, month));
    add(Kind.REGULAR, 4);
    add(Kind.BARGAIN, 4);
    if (month == BULK_FROM) {
      add(Kind.BULK, 60);
    }
    if (month > ONE_TIMERS_UNTIL) {
      kinds.values().removeIf(kind -> kind == Kind.ONE_TIMER);
    } else {
      add(Kind.ONE_TIMER, 4);
    }
  }

  private Kind changed(Kind kind, int month) {
    Kind other = random.nextBoolean() ? Kind.REGULAR : Kind.BARGAIN;
    return random.nextInt(30) == 0 && kind != Kind.BULK && month > 0 ? other : kind;
  }

  private void add(Kind kind, int customers) {
    for (int i = 0; i < customers; i++) {
      kinds.put("c" + known, kind);
      known++;
    }
  }

  private List<Row> rows(int month) {
    List<Row> rows = new ArrayList<>();
    kinds.forEach(
        (id, kind) -> {
          long repeats =
              kind.repeats == 0 ? 0 : kind.repeats + month / 3 + random.nextInt(kind.repeats);
          long silence = (long) ((kind.silence + 2.0 * month) * (1 + random.nextDouble()));
          double noise = random.nextGaussian();
          double sales = kind.basket * (1 + repeats) * Math.exp(0.2 * noise);
          rows.add(
              RowFactory.create(
                  id,
                  repeats,
                  silence,
                  BigDecimal.valueOf(Math.round(sales * 100), 2).setScale(4),
                  Math.min(1, kind.discount * (1 + 0.2 * noise)),
                  null,
                  50.0,
                  null));
        });
    return rows;
  }
}
