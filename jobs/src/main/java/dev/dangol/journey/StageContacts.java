package dev.dangol.journey;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.JourneyStage;
import dev.dangol.sql.SqlText;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ContactViews;
import dev.dangol.table.results.JourneyColumns;
import dev.dangol.table.sources.Sources;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Contacts that stages name by SQL, as rows of traces. A reply to a message, and an engagement
 * event, are told by their source too, and are one touch with it.
 *
 * @param stages in their order
 * @param spreads true where costs are spread over the touches of a month
 */
record StageContacts(List<JourneyStage> stages, AsOf asOf, boolean spreads) {
  private static final String ADVERTISEMENT = "advertisement";

  /** The rows of traces, of contacts that a stage names. */
  Dataset<Row> rows(Dataset<Row> contacts) {
    Column source = ContactViews.SOURCE.col();
    Column ofMessage = source.equalTo(Sources.MESSAGES.name());
    Column incoming = ContactViews.DIRECTION.col().equalTo("in");
    Column kind = when(ofMessage.and(incoming), TraceKind.REPLY.name());
    Column name =
        when(source.equalTo(Sources.ENGAGEMENT.name()), ContactViews.SUBJECT.col())
            .when(ofMessage.and(incoming), lit(null))
            .otherwise(concat_ws(" ", ContactViews.KIND.col(), ContactViews.DIRECTION.col()));
    Column month = spreads ? TraceShape.monthOf(ContactViews.AT) : lit(0);
    return contacts
        .where(asOf.hasHappened(ContactViews.AT))
        .where(stage().notEqual(TraceItem.NO_STAGE))
        .select(
            new TraceShape(TraceKind.CONTACT, ContactViews.AT)
                .with(JourneyColumns.CUSTOMER_ID, SharedColumns.CUSTOMER_ID.col())
                .with(TraceColumns.KIND, coalesce(kind, lit(TraceKind.CONTACT.name())))
                .with(TraceColumns.STAGE, stage())
                .with(TraceColumns.NAME, name)
                .with(TraceColumns.LABEL, when(ofMessage, ADVERTISEMENT))
                .with(SharedColumns.CHANNEL, ContactViews.CHANNEL.col())
                .with(TraceColumns.MONTH, month)
                .columns());
  }

  /** The place of the first stage whose SQL is true; -1 for none. */
  private Column stage() {
    Column stage = lit(TraceItem.NO_STAGE);
    for (int place = stages.size() - 1; place >= 0; place--) {
      var where = stages.get(place).where();
      if (where.isPresent()) {
        stage = when(SqlText.expression(where.get()), place).otherwise(stage);
      }
    }
    return stage;
  }
}
