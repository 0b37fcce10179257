package dev.dangol.contacts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ErasureColumns;
import dev.dangol.table.results.RelevanceColumns;
import dev.dangol.table.results.SuppressionColumns;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Suppressions: what stands by a day of the events that suppress a customer in a channel. Consent
 * given on a later day ends unsubscribing and withdrawing; complaints and erasures never end.
 */
public final class ContactSuppressions {
  private static final Field GRANTED_ON = Field.day("_granted_on", "The last consent given.");
  private static final Field UNDATED = Field.count("_undated", "Withdrawals without a day.");
  private static final Field STANDS = Field.flag("_stands", "True for what stands.");
  private static final Field UNSUBSCRIBED = days("_unsubscribed");
  private static final Field COMPLAINED = days("_complained");
  private static final Field WITHDRAWN = days("_withdrawn");

  private ContactSuppressions() {}

  /**
   * Inputs of suppressions; empty where there is none.
   *
   * @param messages clean messages
   * @param engagement clean engagement
   * @param contacts the rows of {@code customer_contacts}
   * @param erasures the list of erasures
   * @param risks the rows of {@code spam_risk} of the day; empty where a risk suppresses nobody
   */
  public record SuppressionInputs(
      Optional<Dataset<Row>> messages,
      Optional<Dataset<Row>> engagement,
      Dataset<Row> contacts,
      Dataset<Row> erasures,
      Optional<Dataset<Row>> risks) {}

  /** The rows of {@code suppressions}. */
  public static Dataset<Row> of(SuppressionInputs inputs, AsOf asOf) {
    Dataset<Row> events = SuppressionEvents.ofConsent(inputs.contacts(), asOf);
    if (inputs.messages().isPresent()) {
      for (Dataset<Row> part : SuppressionEvents.ofMessages(inputs.messages().get(), asOf)) {
        events = events.unionByName(part);
      }
    }
    if (inputs.engagement().isPresent()) {
      events = events.unionByName(SuppressionEvents.ofEngagement(inputs.engagement().get(), asOf));
    }
    Dataset<Row> standing = standing(events).unionByName(erased(inputs.erasures()));
    if (inputs.risks().isPresent()) {
      standing = standing.unionByName(atRisk(inputs.risks().get()));
    }
    return standing
        .withColumn(SharedColumns.AS_OF.name(), SharedColumns.AS_OF.is(asOf.column()))
        .select(SuppressionColumns.TABLE.fields().stream().map(Field::col).toArray(Column[]::new));
  }

  private static Dataset<Row> standing(Dataset<Row> events) {
    Column on = SuppressionEvents.ON.col();
    return events
        .groupBy(SuppressionColumns.CUSTOMER_ID.col(), SuppressionColumns.CHANNEL.col())
        .agg(
            GRANTED_ON.is(max(when(is(SuppressionEvents.GRANTED), on))),
            UNDATED.is(count_if(is(SuppressionColumns.WITHDRAWN).and(on.isNull()))),
            UNSUBSCRIBED.is(collect_set(when(is(SuppressionColumns.UNSUBSCRIBED), on))),
            COMPLAINED.is(collect_set(when(is(SuppressionColumns.COMPLAINED), on))),
            WITHDRAWN.is(collect_set(when(is(SuppressionColumns.WITHDRAWN), on))))
        .select(
            SuppressionColumns.CUSTOMER_ID.col(),
            SuppressionColumns.CHANNEL.col(),
            inline(
                array(
                    stands(SuppressionColumns.UNSUBSCRIBED, ungranted(UNSUBSCRIBED)),
                    stands(SuppressionColumns.COMPLAINED, COMPLAINED.col()),
                    withdrawn())))
        .where(STANDS.col())
        .drop(STANDS.col());
  }

  private static Column is(String event) {
    return SuppressionEvents.EVENT.col().equalTo(event);
  }

  /** The days to which no day of consent is later; a row without a channel has none. */
  private static Column ungranted(Field days) {
    Column granted = GRANTED_ON.col();
    return filter(days.col(), day -> granted.isNull().or(day.geq(granted)));
  }

  private static Column stands(String reason, Column days) {
    return row(reason, size(days).gt(0), days);
  }

  /** A withdrawal without a day stands on every day, and nobody knows since when. */
  private static Column withdrawn() {
    Column days = ungranted(WITHDRAWN);
    Column undated = UNDATED.col().gt(0);
    Column known = when(undated.equalTo(false), days);
    return row(SuppressionColumns.WITHDRAWN, undated.or(size(days).gt(0)), known);
  }

  private static Column row(String reason, Column stands, Column days) {
    return struct(
        SuppressionColumns.REASON.is(lit(reason)),
        SuppressionColumns.SINCE.is(array_min(days)),
        SuppressionColumns.LAST_ON.is(array_max(days)),
        STANDS.is(stands));
  }

  /**
   * The suppressions of erased customers, without their day.
   *
   * @param erasures the list of erasures
   */
  public static Dataset<Row> erased(Dataset<Row> erasures) {
    Column on = ErasureColumns.ERASED_ON.col();
    return erasures.select(
        SuppressionColumns.CUSTOMER_ID.is(ErasureColumns.KEY_HASH.col()),
        SuppressionColumns.CHANNEL.nullColumn(),
        SuppressionColumns.REASON.is(lit(SuppressionColumns.ERASED)),
        SuppressionColumns.SINCE.is(on),
        SuppressionColumns.LAST_ON.is(on));
  }

  private static Dataset<Row> atRisk(Dataset<Row> risks) {
    Column since = RelevanceColumns.IRRELEVANT_SINCE.col();
    return risks
        .where(RelevanceColumns.RISK.col().equalTo(MessageRelevance.HIGH))
        .select(
            SuppressionColumns.CUSTOMER_ID.col(),
            SuppressionColumns.CHANNEL.col(),
            SuppressionColumns.REASON.is(lit(SuppressionColumns.SPAM_RISK)),
            SuppressionColumns.SINCE.is(since),
            SuppressionColumns.LAST_ON.is(since));
  }

  private static Field days(String name) {
    return new Field(
        name, DataTypes.createArrayType(DataTypes.DateType), false, "The days of such events.");
  }
}
