package dev.dangol.cohorts.leads;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.EventColumns;
import dev.dangol.table.features.TalkColumns;
import dev.dangol.table.results.LookalikeColumns;
import dev.dangol.table.results.ProfileColumns;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.PurchaseSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Prospects: people known on a day who had not bought by its end, with their data as of then. A
 * person is known from the day on which they signed up, or from their first event; a record without
 * a sign-up day and without an event makes no person known, since it may be younger than the day.
 *
 * <p>Records do not say when an attribute was entered: those of a record that had been signed up by
 * the day count as known on it.
 */
public final class ProspectRecords {
  private static final String[] KEY = {
    SharedColumns.CUSTOMER_ID.name(), LookalikeColumns.CUT.name()
  };

  private final List<AsOf> cuts;
  private final List<Integer> windows;

  /**
   * Looks at people on several days at once.
   *
   * @param cuts the days
   * @param windows the spans of days before each in which events are counted
   */
  public ProspectRecords(List<AsOf> cuts, List<Integer> windows) {
    this.cuts = List.copyOf(cuts);
    this.windows = List.copyOf(windows);
  }

  /**
   * The rows of the sources; a source that is not there has none.
   *
   * @param terms values of customer records, as {@link #terms} gives them
   */
  public record ProspectSources(
      Dataset<Row> customers,
      Dataset<Row> engagement,
      Dataset<Row> messages,
      Dataset<Row> purchases,
      Dataset<Row> terms) {}

  /**
   * One row per person and day on which they were a prospect: the days of their sign-up and of
   * their events, counts of their events, the terms of their record, and whether they ordered
   * within the horizon after it, as far as is known on the day described.
   *
   * @param asOf the day described
   */
  public Dataset<Row> of(ProspectSources sources, AsOf asOf, int horizonDays) {
    Column first = LookalikeColumns.FIRST_ORDER_ON.col();
    Column cut = LookalikeColumns.CUT.col();
    String[] person = {SharedColumns.CUSTOMER_ID.name()};
    Column ordered = coalesce(first.leq(date_add(cut, horizonDays)), lit(false));
    return signUps(sources.customers())
        .join(events(sources.engagement()), KEY, "full")
        .join(messages(sources.messages()), KEY, "left")
        .join(firstOrders(sources.purchases(), asOf), person, "left")
        .where(first.isNull().or(first.gt(cut)))
        .join(sources.terms(), person, "left")
        .select(columns(ordered));
  }

  private Column[] columns(Column ordered) {
    List<Column> columns = new ArrayList<>(List.of(LookalikeColumns.CUT.col()));
    columns.add(SharedColumns.CUSTOMER_ID.col());
    columns.add(LookalikeColumns.ORDERED.is(ordered.cast("int")));
    columns.add(LookalikeColumns.SIGNED_ON.col());
    columns.add(EventColumns.FIRST_EVENT_ON.col());
    columns.add(LookalikeColumns.LAST_EVENT_ON.col());
    counts(windows).forEach(field -> columns.add(field.is(coalesce(field.col(), lit(0)))));
    Column brought =
        concat(lit(CustomerSource.ACQUIRED_BY.name() + "="), LookalikeColumns.BROUGHT_BY.col());
    Column all =
        array_compact(concat(coalesce(LookalikeColumns.TERMS.col(), array()), array(brought)));
    Column none = array().cast(LookalikeColumns.TERMS.type());
    Column recorded = LookalikeColumns.SIGNED_ON.col().isNotNull();
    columns.add(LookalikeColumns.TERMS.is(when(recorded, all).otherwise(none)));
    return columns.toArray(Column[]::new);
  }

  /** Everything that is counted of a person, in order. */
  static List<Field> counts(List<Integer> windows) {
    List<Field> counts = new ArrayList<>();
    for (int window : windows) {
      counts.add(EventColumns.events(window));
      EventColumns.KINDS.keySet().forEach(kind -> counts.add(EventColumns.kind(kind, window)));
    }
    counts.add(TalkColumns.MESSAGES_LIFETIME);
    counts.add(LookalikeColumns.OPENED);
    counts.add(LookalikeColumns.CLICKED);
    return counts;
  }

  /** Each row once for every day on which it was known. */
  private Dataset<Row> at(Dataset<Row> rows, Function<AsOf, Column> known) {
    Column[] days =
        cuts.stream().map(cut -> when(known.apply(cut), cut.column())).toArray(Column[]::new);
    return rows.withColumn(LookalikeColumns.CUT.name(), explode(array_compact(array(days))));
  }

  private Dataset<Row> signUps(Dataset<Row> customers) {
    return at(customers, cut -> cut.hasHappened(CustomerSource.SIGNED_UP_AT))
        .groupBy(SharedColumns.CUSTOMER_ID.col(), LookalikeColumns.CUT.col())
        .agg(
            LookalikeColumns.SIGNED_ON.is(min(to_date(CustomerSource.SIGNED_UP_AT.col()))),
            LookalikeColumns.BROUGHT_BY.is(
                min(nullif(trim(CustomerSource.ACQUIRED_BY.col()), lit("")))));
  }

  private Dataset<Row> events(Dataset<Row> engagement) {
    Column day = to_date(EngagementSource.OCCURRED_AT.col());
    List<Column> measures = new ArrayList<>();
    measures.add(LookalikeColumns.LAST_EVENT_ON.is(max(day)));
    for (int window : windows) {
      Column inside = day.gt(date_sub(LookalikeColumns.CUT.col(), window));
      measures.add(EventColumns.events(window).is(count_if(inside)));
      EventColumns.KINDS.forEach(
          (kind, names) ->
              measures.add(
                  EventColumns.kind(kind, window)
                      .is(
                          count_if(
                              inside.and(
                                  EngagementSource.EVENT
                                      .col()
                                      .isin((Object[]) names.toArray(String[]::new)))))));
    }
    return at(
            engagement.where(EngagementSource.KNOWN_CUSTOMER_ID.col().isNotNull()),
            cut -> cut.isKnown(EngagementSource.OCCURRED_AT))
        .groupBy(SharedColumns.CUSTOMER_ID.col(), LookalikeColumns.CUT.col())
        .agg(EventColumns.FIRST_EVENT_ON.is(min(day)), measures.toArray(Column[]::new));
  }

  private Dataset<Row> messages(Dataset<Row> messages) {
    return at(messages, cut -> cut.hasHappened(MessageSource.SENT_AT))
        .groupBy(SharedColumns.CUSTOMER_ID.col(), LookalikeColumns.CUT.col())
        .agg(
            TalkColumns.MESSAGES_LIFETIME.is(count(lit(1))),
            LookalikeColumns.OPENED.is(count_if(byCut(MessageSource.OPENED_AT))),
            LookalikeColumns.CLICKED.is(count_if(byCut(MessageSource.CLICKED_AT))));
  }

  private static Column byCut(Field time) {
    return to_date(time.col()).leq(LookalikeColumns.CUT.col());
  }

  /**
   * The first order of each person. Any purchase line counts: who only gave something back has
   * bought before.
   */
  private static Dataset<Row> firstOrders(Dataset<Row> purchases, AsOf asOf) {
    return purchases
        .where(asOf.isKnown(PurchaseSource.PURCHASED_AT))
        .groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(LookalikeColumns.FIRST_ORDER_ON.is(min(to_date(PurchaseSource.PURCHASED_AT.col()))));
  }

  /**
   * One row per person, with each value of each of their attributes.
   *
   * @param traits attributes from customer records, as {@link
   *     dev.dangol.cohorts.profile.ProfileAttributes#fromRecords(Dataset, AsOf, java.util.Set)}
   *     gives them
   */
  public static Dataset<Row> terms(Dataset<Row> traits) {
    Column term = concat(ProfileColumns.ATTRIBUTE.col(), lit("="), LookalikeColumns.TERM.col());
    return traits
        .select(
            SharedColumns.CUSTOMER_ID.col(),
            ProfileColumns.ATTRIBUTE.col(),
            explode(ProfileColumns.VALUES.col()).as(LookalikeColumns.TERM.name()))
        .groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(LookalikeColumns.TERMS.is(collect_set(term)));
  }
}
