package dev.dangol.features.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.fold.FoldedRows;
import dev.dangol.table.features.EventColumns;
import dev.dangol.table.features.FeatureColumns;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events of single customers, counted by hand. */
class EventFoldTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 3, 31);
  private static final int VIEW = 0;
  private static final int SEARCH = 1;

  private final FoldedRows rows = new FoldedRows(AS_OF);

  @Test
  void events_count_once_a_kind_and_window_and_their_days_once_in_any_order() {
    rows.buy("2026-03-20", "차", "녹차");
    rows.buy("2026-01-05", "차", "녹차");
    rows.happen("2026-03-31", VIEW, "web");
    rows.happen("2026-03-25", VIEW, "web");
    rows.happen("2026-03-31", SEARCH, null);
    rows.happen("2026-03-24", VIEW, "매장");
    rows.happen("2026-01-04", -1, "web");

    assertThat(rows.of(new EventFold(List.of(7, 90))))
        .containsEntry(FeatureColumns.EVENTS_LIFETIME, 5L)
        .containsEntry(FeatureColumns.VIEWS_LIFETIME, 3L)
        .containsEntry(EventColumns.kind(FeatureColumns.VIEWS_LIFETIME, 7), 2L)
        .containsEntry(EventColumns.kind(FeatureColumns.VIEWS_LIFETIME, 90), 3L)
        .containsEntry(EventColumns.SEARCHES_LIFETIME, 1L)
        .containsEntry(EventColumns.events(7), 3L)
        .containsEntry(EventColumns.activeDays(7), 2L)
        .containsEntry(EventColumns.activeDays(90), 4L)
        .containsEntry(FeatureColumns.DAYS_SINCE_LAST_EVENT, 0L)
        .containsEntry(EventColumns.FIRST_EVENT_ON, (int) LocalDate.of(2026, 1, 4).toEpochDay())
        .containsEntry(EventColumns.TOUCHES_TO_FIRST_ORDER, 1L);
    assertThat(rows.of(new ChannelFold(List.of(7))))
        .containsEntry(EventColumns.EVENTS_BY_CHANNEL, Map.of("web", 3L, "매장", 1L))
        .containsEntry(EventColumns.eventsByChannel(7), Map.of("web", 2L));
  }

  @Test
  void nothing_is_left_of_the_customer_before() {
    rows.happen("2026-03-31", VIEW, "web");
    EventFold events = new EventFold(List.of(7));
    Map<?, ?> alone = new FoldedRows(AS_OF).of(events);

    assertThat(rows.twice(events)).isEqualTo(alone);
    assertThat(alone.get(FeatureColumns.EVENTS_LIFETIME)).isEqualTo(0L);
    assertThat(alone.get(FeatureColumns.DAYS_SINCE_LAST_EVENT)).isNull();
    assertThat(rows.twice(new ChannelFold(List.of(7))).values()).containsOnlyNulls();
  }

  @Test
  void a_window_of_a_year_ends_on_its_last_day() {
    rows.happen("2025-04-01", VIEW, null);
    rows.happen("2025-03-31", VIEW, null);

    assertThat(rows.of(new EventFold(List.of(365))))
        .containsEntry(EventColumns.events(365), 1L)
        .containsEntry(EventColumns.activeDays(365), 1L)
        .containsEntry(FeatureColumns.EVENTS_LIFETIME, 2L);
  }
}
