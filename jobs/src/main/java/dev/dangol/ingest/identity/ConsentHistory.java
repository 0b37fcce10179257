package dev.dangol.ingest.identity;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.map_from_arrays;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import dev.dangol.sql.SqlText;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * Finds each customer's current consent, by channel. Of all entries up to the day the one with the
 * latest day counts, and of several of that day a withdrawal; a withdrawal without a day counts
 * above all. An entry is a state, a blank and an ISO day or timestamp; case does not matter. One
 * that cannot be read grants nothing: where a channel has no other it is withdrawn, without a day.
 * A blank one is none, as an empty cell of a file is.
 */
final class ConsentHistory {
  private static final String ENTRY =
      "(?i)^(granted|withdrawn)\\s+(\\d{4}-\\d{2}-\\d{2})([T ]\\d\\S*)?$";
  private static final String GRANTED = "granted";
  private static final String WITHDRAWN = "withdrawn";

  private ConsentHistory() {}

  /**
   * One entry per channel, such as "granted 2025-03-01"; null where there is none.
   *
   * @param entries channel and text of all of a customer's entries
   */
  static Column latest(Column entries, AsOf asOf) {
    Column read = given(entries, asOf);
    Column channels =
        array_sort(
            array_distinct(transform(read, entry -> part(entry, LinkColumns.CONSENT_CHANNEL))));
    Column latest = transform(channels, channel -> text(array_max(of(channel, read))));
    return when(size(channels).gt(0), map_from_arrays(channels, latest));
  }

  /**
   * Every entry by the day as "channel state day", in the order of these texts; one that cannot be
   * read withdraws, without a day. Null where there is none.
   *
   * @param entries channel and text of all of a customer's entries
   */
  static Column all(Column entries, AsOf asOf) {
    Column read = given(entries, asOf);
    Column texts =
        transform(
            read, entry -> concat(part(entry, LinkColumns.CONSENT_CHANNEL), lit(" "), text(entry)));
    Column sorted = array_sort(array_distinct(texts));
    return when(size(sorted).gt(0), sorted);
  }

  /** The entries by the day in parts; a blank text is none. */
  private static Column given(Column entries, AsOf asOf) {
    Column texts = filter(entries, entry -> length(trim(SqlText.mapValue(entry))).gt(0));
    return filter(transform(texts, ConsentHistory::read), entry -> counts(entry, asOf));
  }

  /** The entry in parts, in an order in which the greatest is the one that counts. */
  private static Column read(Column entry) {
    Column text = trim(SqlText.mapValue(entry));
    Column stated = day(text);
    Column granted = lower(regexp_extract(text, ENTRY, 1)).equalTo(GRANTED);
    return struct(
        LinkColumns.OUTRIGHT.is(lower(text).equalTo(WITHDRAWN)),
        LinkColumns.DATED.is(stated.isNotNull()),
        LinkColumns.STATED_ON.is(stated),
        LinkColumns.WITHDRAWN.is(granted.and(stated.isNotNull()).equalTo(false)),
        LinkColumns.CONSENT_CHANNEL.is(lower(trim(SqlText.mapKey(entry)))));
  }

  private static Column day(Column text) {
    Column day = regexp_extract(text, ENTRY, 2);
    Column time = upper(regexp_extract(text, ENTRY, 3));
    return when(length(time).equalTo(0), day.try_cast(DataTypes.DateType))
        .otherwise(to_date(concat(day, time).try_cast(DataTypes.TimestampType)));
  }

  private static Column counts(Column entry, AsOf asOf) {
    return coalesce(part(entry, LinkColumns.STATED_ON).leq(asOf.column()), lit(true));
  }

  private static Column of(Column channel, Column read) {
    return filter(read, entry -> part(entry, LinkColumns.CONSENT_CHANNEL).equalTo(channel));
  }

  private static Column text(Column entry) {
    Column state = when(part(entry, LinkColumns.WITHDRAWN), lit(WITHDRAWN)).otherwise(lit(GRANTED));
    Column stated = part(entry, LinkColumns.STATED_ON).cast(DataTypes.StringType);
    return coalesce(concat(state, lit(" "), stated), state);
  }

  private static Column part(Column entry, Field field) {
    return entry.getField(field.name());
  }
}
