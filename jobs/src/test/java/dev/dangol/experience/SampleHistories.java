package dev.dangol.experience;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.dangol.config.VoiceSettings;
import dev.dangol.experience.ExperienceEvent.EventMoment;
import dev.dangol.experience.ExperienceEvent.EventSubject;
import dev.dangol.experience.ExperienceRules.DayEnd;
import dev.dangol.sample.files.AllShoppers;
import dev.dangol.sample.people.BrokenPromise;
import dev.dangol.sample.people.EngagementTrail;
import dev.dangol.sample.people.LineSale;
import dev.dangol.sample.people.SamplePeriod;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopperOrders;
import dev.dangol.voices.ThemeDictionary;
import java.io.File;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * Histories of the sample shop's customers, made without Spark: what they bought, sent back,
 * reviewed, looked at and searched for.
 */
final class SampleHistories {
  private static final ZoneOffset SEOUL = ZoneOffset.ofHours(9);
  private static final long MICROS_PER_SECOND = 1_000_000;

  private static final ThemeDictionary DICTIONARY = dictionary();
  private static final Map<String, Set<String>> THEMES = new ConcurrentHashMap<>();

  /** The last day of the shop's files. */
  static final DayEnd END =
      new DayEnd((int) SamplePeriod.END.toEpochDay() - 1, micros(SamplePeriod.END.atStartOfDay()));

  private final List<ExperienceEvent> events = new ArrayList<>();

  private SampleHistories() {}

  static ExperienceHistory of(ShopPopulation shop, SampleShopper shopper) {
    SampleHistories made = new SampleHistories();
    made.events.add(
        new ExperienceEvent(
            ExperienceKind.GROUP,
            new EventMoment(Long.MIN_VALUE, -1),
            new EventSubject(null, null, null, null, "everyone:all"),
            Double.NaN,
            0,
            Double.NaN));
    List<LineSale> sales = LineSale.of(shop, shopper, ShopperOrders.of(shop, shopper));
    sales.forEach(made::addLine);
    Stream.concat(sales.stream(), BrokenPromise.returned(shop, shopper, sales).stream())
        .forEach(made::addReturn);
    AllShoppers.reviews(shop, shopper).forEach(made::addReview);
    made.addThemes(AllShoppers.texts(shop, shopper));
    new EngagementTrail(shop, shopper)
        .events().stream().filter(row -> !row.isNullAt(3)).forEach(made::addEvent);
    ExperienceHistory history = new ExperienceHistory(shopper.id());
    made.events.stream()
        .sorted(Comparator.comparingLong(ExperienceEvent::micros))
        .forEach(history::add);
    return history;
  }

  /** Themes of all that they wrote, by source. */
  private void addThemes(List<AllShoppers.RatedText> texts) {
    Map<List<String>, double[]> spoken = new TreeMap<>(Comparator.comparing(List::toString));
    for (AllShoppers.RatedText text : texts) {
      Set<String> themes = new TreeSet<>(THEMES.computeIfAbsent(text.text(), DICTIONARY::themes));
      themes.add(VoiceSettings.ALL);
      for (String theme : themes) {
        double[] sums =
            spoken.computeIfAbsent(List.of(text.source(), theme), none -> new double[2]);
        sums[0] += text.stars();
        sums[1]++;
      }
    }
    spoken.forEach(
        (key, sums) ->
            events.add(
                new ExperienceEvent(
                    ExperienceKind.THEME,
                    new EventMoment(Long.MIN_VALUE, -1),
                    new EventSubject(null, null, null, key.get(0), key.get(1)),
                    sums[0],
                    sums[1],
                    Double.NaN)));
  }

  private static ThemeDictionary dictionary() {
    Map<String, List<String>> themes = new TreeMap<>();
    Config said =
        ConfigFactory.parseFile(new File("conf/demo.conf"))
            .withFallback(ConfigFactory.parseResources("reference.conf"))
            .resolve()
            .getConfig("dangol.voices.themes");
    said.root().keySet().forEach(theme -> themes.put(theme, said.getStringList(theme)));
    return ThemeDictionary.of(themes);
  }

  private void addLine(LineSale sale) {
    add(
        ExperienceKind.PURCHASE,
        sale.order().at(),
        new EventSubject(
            null,
            sale.order().id(),
            sale.line().product().sku(),
            sale.line().product().category().label,
            sale.order().promotion().orElse(null)),
        new double[] {sale.line().net(), sale.line().quantity()});
  }

  private void addReturn(LineSale sale) {
    sale.returned()
        .ifPresent(
            at ->
                add(
                    ExperienceKind.REFUND,
                    at,
                    new EventSubject(
                        null,
                        sale.order().id(),
                        sale.line().product().sku(),
                        sale.line().product().category().label,
                        null),
                    new double[] {-sale.line().net(), -sale.line().quantity()}));
  }

  private void addReview(Row row) {
    String product = row.getStruct(2).getString(1);
    add(
        ExperienceKind.REVIEW,
        OffsetDateTime.parse(row.getString(6)).toLocalDateTime(),
        new EventSubject(row.getString(0), null, product, null, null),
        new double[] {row.getInt(3), row.getInt(5)});
  }

  private void addEvent(Row row) {
    ExperienceKind kind =
        switch (row.getString(2)) {
          case "SEARCH" -> ExperienceKind.SEARCH;
          case "VIEW" -> ExperienceKind.VIEW;
          case "CLICK" -> ExperienceKind.CLICK;
          case "CART" -> ExperienceKind.CART;
          case "CHECKOUT" -> ExperienceKind.CHECKOUT;
          default -> null;
        };
    if (kind != null) {
      LocalDateTime at =
          LocalDateTime.ofEpochSecond(Math.floorDiv(row.getLong(1), 1000L), 0, SEOUL);
      add(
          kind,
          at,
          new EventSubject(null, null, row.getString(7), row.getString(8), row.getString(9)),
          new double[] {Double.NaN, 0});
    }
  }

  private void add(ExperienceKind kind, LocalDateTime at, EventSubject about, double[] figures) {
    events.add(
        new ExperienceEvent(
            kind,
            new EventMoment(micros(at), (int) at.toLocalDate().toEpochDay()),
            about,
            figures[0],
            figures[1],
            Double.NaN));
  }

  private static long micros(LocalDateTime at) {
    return at.toEpochSecond(SEOUL) * MICROS_PER_SECOND;
  }
}
