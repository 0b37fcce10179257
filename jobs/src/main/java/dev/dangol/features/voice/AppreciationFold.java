package dev.dangol.features.voice;

import dev.dangol.features.fold.CustomerAccumulator;
import dev.dangol.features.fold.EngagementEvent;
import dev.dangol.features.fold.FoldedCells;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.fold.PurchaseLine;
import dev.dangol.features.measure.ContactColumns;
import dev.dangol.table.Field;
import dev.dangol.table.features.EventColumns;
import dev.dangol.table.features.FeatureColumns;
import java.util.List;

/** Days of a customer with purchases, replies and help, for contact after a purchase. */
public record AppreciationFold() implements FoldedFamily {
  /** Days after a purchase in which contact counts. */
  public static final int DAYS = 30;

  private static final List<Field> KINDS = List.copyOf(EventColumns.KINDS.keySet());

  @Override
  public List<Field> fields() {
    return List.of(ContactColumns.ORDERED_ON, ContactColumns.REPLIED_ON, ContactColumns.HELPED_ON);
  }

  @Override
  public CustomerAccumulator open(int asOf) {
    return new ContactAccumulator(asOf);
  }

  /** Accumulator of the days of one customer. */
  private static final class ContactAccumulator implements CustomerAccumulator {
    private final int asOf;
    private final int reply = KINDS.indexOf(FeatureColumns.REPLIES_LIFETIME);
    private final int help = KINDS.indexOf(EventColumns.HELPS_LIFETIME);
    private final ContactDays ordered;
    private final ContactDays replied;
    private final ContactDays helped;

    ContactAccumulator(int asOf) {
      this.asOf = asOf;
      this.ordered = new ContactDays(asOf);
      this.replied = new ContactDays(asOf);
      this.helped = new ContactDays(asOf);
    }

    @Override
    public void begin() {
      ordered.clear();
      replied.clear();
      helped.clear();
    }

    @Override
    public void purchase(PurchaseLine line) {
      mark(ordered, line.day(), DAYS);
    }

    @Override
    public void event(EngagementEvent event) {
      if (event.kind() == reply) {
        mark(replied, event.day(), 0);
      } else if (event.kind() == help) {
        mark(helped, event.day(), 1);
      }
    }

    private void mark(ContactDays days, int day, int over) {
      if (asOf - day >= over) {
        days.mark(day);
      }
    }

    @Override
    public void end(FoldedCells cells) {
      for (ContactDays days : List.of(ordered, replied, helped)) {
        cells.days(days.days());
      }
    }
  }
}
