package dev.dangol.contacts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.dangol.contacts.ContactFact.CaseFact;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ReplyColumns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reply times of support cases by channel, in calendar and in business minutes. */
public final class ReplyTimes {
  private static final Field WHOLE = Field.flag("_whole", "True for the row over everything.");
  private static final Field PART = Field.text("_part", "The channel and the flag.");
  private static final double PER_MINUTE = FoldRules.MINUTE;

  private ReplyTimes() {}

  /**
   * The rows of {@code reply_times}: one for each channel, and one over all cases.
   *
   * @param facts as {@link ContactFacts} makes them
   */
  public static Dataset<Row> of(Dataset<Row> facts, AsOf asOf) {
    Column reply = FactColumns.REPLY.col();
    Column minutes = reply.divide(PER_MINUTE);
    return facts
        .where(FactColumns.KIND.col().equalTo(CaseFact.KIND))
        .withColumn(PART.name(), explode(array(part(false), part(true))))
        .groupBy(part(WHOLE), ReplyColumns.CHANNEL.is(part(ReplyColumns.CHANNEL)))
        .agg(
            ReplyColumns.CASES.is(count(lit(1))),
            ReplyColumns.ANSWERED.is(count(reply)),
            ReplyColumns.OPEN.is(count_if(reply.isNull())),
            ReplyColumns.MEDIAN_MINUTES.is(percentile(minutes, lit(0.5))),
            ReplyColumns.P90_MINUTES.is(percentile(minutes, lit(0.9))),
            ReplyColumns.SHARE_30MIN.is(share(30, FactColumns.REPLY, FactColumns.ELAPSED)),
            ReplyColumns.SHARE_60MIN.is(share(60, FactColumns.REPLY, FactColumns.ELAPSED)),
            ReplyColumns.BUSINESS_SHARE_30MIN.is(
                share(30, FactColumns.BUSINESS_REPLY, FactColumns.BUSINESS_ELAPSED)),
            ReplyColumns.BUSINESS_SHARE_60MIN.is(
                share(60, FactColumns.BUSINESS_REPLY, FactColumns.BUSINESS_ELAPSED)))
        .withColumn(SharedColumns.AS_OF.name(), SharedColumns.AS_OF.is(asOf.column()))
        .select(ReplyColumns.TIMES.fields().stream().map(Field::col).toArray(Column[]::new));
  }

  private static Column part(boolean whole) {
    Column channel = whole ? lit(ReplyColumns.ALL) : SharedColumns.CHANNEL.col();
    return struct(ReplyColumns.CHANNEL.is(channel), WHOLE.is(lit(whole)));
  }

  private static Column part(Field field) {
    return PART.col().getField(field.name());
  }

  /** Of the cases that are due, those replied to in time; null where none is due. */
  private static Column share(int minutes, Field reply, Field elapsed) {
    long length = minutes * FoldRules.MINUTE;
    Column due = elapsed.col().geq(length);
    Column met = due.and(reply.col().leq(length));
    return when(count_if(due).gt(0), count_if(met).cast("double").divide(count_if(due)));
  }
}
