package dev.dangol.ingest;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.testing.PlainRow;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Compares refund matching with a naive search through each customer's history. */
@ExtendWith(SparkExtension.class)
class RandomRefundsTest {
  private static final int DAYS = 3;
  private static final RefundMatching REFUNDS = new RefundMatching("KRW", DAYS);

  @Test
  void random_histories_match_as_a_naive_search_does_in_any_order(SparkSession spark) {
    Random random = new Random(11);
    List<Line> all = new ArrayList<>();
    for (int customer = 0; customer < 300; customer++) {
      all.addAll(history(random, "c" + customer, all.size()));
    }

    Map<String, String> expected = new TreeMap<>();
    all.stream().map(Line::customer).distinct().forEach(c -> expected.putAll(naive(all, c)));

    assertThat(statuses(spark, all)).isEqualTo(expected);
    assertThat(expected.values().toString())
        .contains("matched o", "matched day 2026-01-0", "given o");
    Collections.shuffle(all, random);
    assertThat(statuses(spark, all)).isEqualTo(expected);
  }

  private static Map<String, String> statuses(SparkSession spark, List<Line> all) {
    TestRows rows = RefundMatchingTest.lines(spark);
    for (Line line : all) {
      rows.row(
          line.row(),
          line.customer(),
          line.at().toString(),
          line.net(),
          line.order(),
          line.product(),
          line.refundOf());
    }
    Map<String, String> statuses = new TreeMap<>();
    for (Row row :
        REFUNDS
            .match(RefundMatchingTest.paid(rows.table(), lit(null)).repartition(3))
            .collectAsList()) {
      PlainRow plain = new PlainRow(row);
      String status =
          plain.empty(PurchaseSource.REFUND_STATUS)
              ? "bought"
              : plain.text(PurchaseSource.REFUND_STATUS)
                  + " "
                  + plain.text(PurchaseSource.REFUND_OF);
      assertThat(statuses.put(plain.text(SharedColumns.SOURCE_ROW), status)).isNull();
    }
    return statuses;
  }

  private static List<Line> history(Random random, String customer, int before) {
    List<Line> lines = new ArrayList<>();
    int length = random.nextInt(14);
    for (int i = 0; i < length; i++) {
      boolean refund = random.nextInt(5) < 2;
      String net = (refund ? "-" : "") + (random.nextInt(4) == 0 ? "7" : "5");
      String order = random.nextInt(4) == 0 ? null : "o" + random.nextInt(4);
      String refundOf = refund && random.nextInt(4) == 0 ? "o" + random.nextInt(6) : null;
      String product = random.nextInt(3) == 0 ? null : "p" + random.nextInt(2);
      Instant at =
          Instant.parse("2026-01-01T00:00:00Z").plus(12L * random.nextInt(18), ChronoUnit.HOURS);
      String row = String.format("row %05d %05d", random.nextInt(100_000), before + i);
      lines.add(new Line(row, customer, at, net, order, product, refundOf));
    }
    return lines;
  }

  private static Map<String, String> naive(List<Line> all, String customer) {
    List<Line> lines =
        all.stream()
            .filter(line -> line.customer().equals(customer))
            .sorted(Comparator.comparing(Line::at).thenComparing(Line::row))
            .toList();
    Set<Line> taken = new HashSet<>();
    Map<String, String> statuses = new TreeMap<>();
    for (Line line : lines) {
      if (!line.isRefund()) {
        statuses.put(line.row(), "bought");
      } else if (line.refundOf() != null) {
        boolean known =
            lines.stream().anyMatch(l -> !l.isRefund() && line.refundOf().equals(l.order()));
        statuses.put(line.row(), (known ? "given " : "unmatched ") + line.refundOf());
        lines.stream()
            .filter(l -> l.isBoughtLike(line) && line.refundOf().equals(l.order()))
            .filter(l -> !taken.contains(l))
            .findFirst()
            .ifPresent(taken::add);
      }
    }
    for (Line line : lines) {
      if (line.isRefund() && line.refundOf() == null) {
        Line found = null;
        for (Line l : lines) {
          boolean open = l.isBoughtLike(line) && !taken.contains(l) && !l.at().isAfter(line.at());
          found = open && ChronoUnit.DAYS.between(l.day(), line.day()) <= DAYS ? l : found;
        }
        taken.add(found);
        statuses.put(line.row(), found == null ? "unmatched null" : "matched " + found.named());
      }
    }
    return statuses;
  }

  private record Line(
      String row,
      String customer,
      Instant at,
      String net,
      String order,
      String product,
      String refundOf) {
    boolean isRefund() {
      return net.startsWith("-") || refundOf != null;
    }

    /** Its order; lines without one are an order a day. */
    String named() {
      return order == null ? "day " + day() : order;
    }

    boolean isBoughtLike(Line refund) {
      BigDecimal size = new BigDecimal(refund.net()).negate();
      return !isRefund()
          && new BigDecimal(net).compareTo(size) == 0
          && Objects.equals(product, refund.product());
    }

    LocalDate day() {
      return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
  }
}
