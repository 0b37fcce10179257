package dev.dangol.table.sources;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import java.util.List;

/** Columns of referrals: the referrer, the person referred, and when. */
public final class ReferralSource {
  public static final Field REFERRER_ID =
      Field.text("referrer_id", "The customer who recommended.").asRequired();
  public static final Field REFERRED_ID =
      Field.text("referred_id", "The person to whom they recommended.").asRequired();
  public static final Field REFERRED_AT =
      Field.instant("referred_at", "When they recommended.").asRequired();
  public static final Field CONVERTED_AT =
      Field.instant("converted_at", "When the other first bought; null while they have not.");

  public static final List<Field> FIELDS =
      List.of(REFERRER_ID, REFERRED_ID, REFERRED_AT, CONVERTED_AT, SharedColumns.CHANNEL);

  private ReferralSource() {}
}
