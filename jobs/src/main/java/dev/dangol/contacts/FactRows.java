package dev.dangol.contacts;

import dev.dangol.contacts.ContactFact.CaseFact;
import dev.dangol.contacts.ContactFact.HelpFact;
import dev.dangol.contacts.ContactFact.MediaFact;
import dev.dangol.contacts.ContactFact.NeedFact;
import dev.dangol.contacts.ContactFact.PreferenceFact;
import dev.dangol.contacts.ContactFact.SendFact;
import dev.dangol.contacts.ContactFact.StayFact;
import dev.dangol.table.Field;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.SupportSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** Rows of facts, with the columns of {@link FactColumns}. */
final class FactRows {
  private final Map<Field, Object> cells = new HashMap<>();

  private FactRows() {}

  static Row of(String customer, ContactFact fact) {
    FactRows row = new FactRows();
    row.cells.put(FactColumns.KIND, fact.kind());
    row.cells.put(SharedColumns.CUSTOMER_ID, customer);
    if (fact instanceof CaseFact one) {
      row.put(one);
    } else if (fact instanceof StayFact one) {
      row.cells.put(FactColumns.BUCKET, one.bucket());
      row.cells.put(FactColumns.RETAINED, one.retained());
    } else if (fact instanceof NeedFact one) {
      row.cells.put(SupportSource.THEME, one.theme());
      row.cells.put(FactColumns.SELF_SERVED, one.selfServed());
    } else if (fact instanceof HelpFact one) {
      row.cells.put(SupportSource.THEME, one.theme());
    } else if (fact instanceof SendFact one) {
      row.put(one);
    } else if (fact instanceof PreferenceFact one) {
      row.put(one);
    } else if (fact instanceof MediaFact one) {
      row.put(one);
    }
    RowWriter written = RowWriter.of("facts of contact", FactColumns.ALL);
    FactColumns.ALL.forEach(field -> written.set(field, row.cells.get(field)));
    return written.row();
  }

  private void put(CaseFact fact) {
    cells.put(SharedColumns.CHANNEL, fact.channel());
    cells.put(SupportSource.THEME, fact.theme());
    cells.put(FactColumns.REPLY, orNull(fact.reply()));
    cells.put(FactColumns.ELAPSED, fact.elapsed());
    cells.put(FactColumns.BUSINESS_REPLY, orNull(fact.businessReply()));
    cells.put(FactColumns.BUSINESS_ELAPSED, fact.businessElapsed());
  }

  private void put(SendFact fact) {
    CustomerSignal.SignalSubject subject = fact.message().subject();
    CustomerSignal.SignalTimes times = fact.message().times();
    cells.put(SharedColumns.CHANNEL, subject.channel());
    cells.put(SharedColumns.CAMPAIGN_ID, subject.campaign());
    cells.put(MessageSource.PROMOTION_TYPE, subject.promotionType());
    cells.put(MessageSource.CREATIVE, subject.creative());
    cells.put(FactColumns.OPENED, fact.response().opened());
    cells.put(FactColumns.CLICKED, fact.response().clicked());
    cells.put(FactColumns.HAS_RESPONSE, fact.response().any());
    cells.put(FactColumns.LEFT, times.unsubscribed());
    cells.put(FactColumns.COMPLAINED, times.complained());
    cells.put(FactColumns.IRRELEVANT, fact.standing().irrelevant());
    cells.put(FactColumns.SCORE, fact.score());
    cells.put(FactColumns.SCORE_KNOWN, fact.relevance().known());
    cells.put(FactColumns.BOUGHT, fact.outcome().bought().orElse(null));
    cells.put(FactColumns.NEWEST, fact.standing().newest());
    cells.put(FactColumns.NUMBER, fact.standing().number());
    cells.put(FactColumns.IN_ROW, fact.standing().irrelevantInRow());
    cells.put(FactColumns.SINCE, orNull(fact.standing().since()));
  }

  private void put(PreferenceFact fact) {
    cells.put(FactColumns.BEST_CHANNEL, fact.channel().orElse(null));
    if (fact.hour().isPresent()) {
      cells.put(FactColumns.BEST_HOUR, (long) fact.hour().getAsInt());
    }
    cells.put(FactColumns.SENDS, fact.totals().sends());
    cells.put(FactColumns.RESPONDED, fact.totals().responded());
    cells.put(FactColumns.SENT_BY, CollectionConverters.asScala(fact.sentBy()));
    cells.put(FactColumns.RESPONDED_BY, CollectionConverters.asScala(fact.respondedBy()));
  }

  private void put(MediaFact fact) {
    cells.put(SharedColumns.CHANNEL, fact.channel());
    cells.put(FactColumns.SENDS, fact.totals().sends());
    cells.put(FactColumns.RESPONDED, fact.totals().responded());
    cells.put(FactColumns.ORDERS, fact.orders());
    cells.put(
        FactColumns.COST, fact.cost() == CustomerSignal.UNKNOWN ? null : Long.valueOf(fact.cost()));
  }

  private static Long orNull(long time) {
    return time == CustomerSignal.NEVER ? null : Long.valueOf(time);
  }
}
