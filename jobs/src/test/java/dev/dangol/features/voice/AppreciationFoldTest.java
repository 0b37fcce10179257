package dev.dangol.features.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.fold.FoldedRows;
import dev.dangol.features.fold.GivenLine;
import dev.dangol.features.measure.ContactColumns;
import dev.dangol.table.Field;
import dev.dangol.table.features.EventColumns;
import dev.dangol.table.features.FeatureColumns;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.junit.jupiter.api.Test;

/** Days of single customers with purchases, replies and help. */
class AppreciationFoldTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 3, 31);
  private static final int REPLY = kind(FeatureColumns.REPLIES_LIFETIME);
  private static final int HELP = kind(EventColumns.HELPS_LIFETIME);
  private static final int SHARE = kind(FeatureColumns.SHARES_LIFETIME);

  private final FoldedRows rows = new FoldedRows(AS_OF);

  @Test
  void days_count_once_and_those_whose_span_is_not_over_do_not() {
    rows.buy("2026-03-01", "차", "녹차");
    rows.buy("2026-03-01", null, "홍차");
    rows.buy("2026-03-02", "차", "녹차");
    rows.buy("2024-02-29", "차", "녹차");
    rows.giveBack(GivenLine.on("2025-01-01").about("차", "녹차"));
    rows.happen("2026-03-31", REPLY, "web");
    rows.happen("2026-03-31", REPLY, "매장");
    rows.happen("2026-03-30", HELP, null);
    rows.happen("2026-03-31", HELP, null);
    rows.happen("2026-03-15", SHARE, null);
    rows.happen("2026-03-15", -1, null);

    Map<Field, Object> measured = rows.of(new AppreciationFold());

    assertThat(days(measured, ContactColumns.ORDERED_ON))
        .containsExactlyInAnyOrder("2026-03-01", "2024-02-29");
    assertThat(days(measured, ContactColumns.REPLIED_ON)).containsExactly("2026-03-31");
    assertThat(days(measured, ContactColumns.HELPED_ON)).containsExactly("2026-03-30");
  }

  @Test
  void nothing_is_left_of_the_customer_before() {
    rows.buy("2025-03-01", "차", "녹차");
    rows.happen("2026-03-01", REPLY, null);
    rows.happen("2026-03-01", HELP, null);

    Map<Field, Object> measured = rows.twice(new AppreciationFold());

    assertThat(measured.keySet()).allSatisfy(field -> assertThat(days(measured, field)).isEmpty());
  }

  private static int kind(Field lifetime) {
    return List.copyOf(EventColumns.KINDS.keySet()).indexOf(lifetime);
  }

  private static List<String> days(Map<Field, Object> measured, Field field) {
    return Arrays.stream(((GenericArrayData) measured.get(field)).array())
        .map(day -> LocalDate.ofEpochDay((Integer) day).toString())
        .toList();
  }
}
