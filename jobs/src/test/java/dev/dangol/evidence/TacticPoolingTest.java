package dev.dangol.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.evidence.TacticColumns;
import dev.dangol.table.results.RelevanceColumns;
import dev.dangol.table.results.UpliftColumns;
import dev.dangol.testing.GivenRow;
import dev.dangol.testing.TestDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class TacticPoolingTest {
  private static final AsOf DAY = TestDay.of("2026-03-01");

  private static Row campaign(String id, String offer, String creative, String channel) {
    return GivenRow.of(RelevanceColumns.MESSAGES)
        .with(RelevanceColumns.CAMPAIGN_ID, id)
        .with(RelevanceColumns.MOSTLY_PROMOTION_TYPE, offer)
        .with(RelevanceColumns.MOSTLY_CREATIVE, creative)
        .with(RelevanceColumns.MOSTLY_CHANNEL, channel)
        .row();
  }

  private static Row uplift(String campaign, String outcome, Double effect, Double half) {
    return GivenRow.of(UpliftColumns.UPLIFT)
        .with(UpliftColumns.CAMPAIGN, campaign)
        .with(SharedColumns.COHORT, "ideal")
        .with(UpliftColumns.OUTCOME, outcome)
        .with(UpliftColumns.EFFECT, effect)
        .with(UpliftColumns.LOW, half == null ? null : Double.valueOf(effect - half))
        .with(UpliftColumns.HIGH, half == null ? null : Double.valueOf(effect + half))
        .row();
  }

  private static final List<Row> CAMPAIGNS =
      List.of(
          campaign("봄 🌸", "sale", "red", "email"),
          campaign("summer", "sale", null, "email"),
          campaign("winter", "gift", "red", "sms"),
          campaign(null, "sale", "red", "email"));

  @Test
  void campaigns_of_one_offer_creative_or_channel_are_pooled() {
    List<Row> uplift =
        List.of(
            uplift("봄 🌸", "orders", 0.4, 0.2),
            uplift("summer", "orders", 0.1, 0.1),
            uplift("winter", "orders", -0.2, 0.4),
            uplift("summer", "visit", 0.3, null),
            uplift("unknown", "orders", 9.0, 1.0));

    List<RowReader> rows = read(TacticPooling.rows(uplift, CAMPAIGNS, DAY));

    assertThat(rows.stream().map(TacticPoolingTest::name))
        .containsExactly(
            "channel=email orders 2",
            "channel=sms orders 1",
            "creative=red orders 2",
            "promotion_type=gift orders 1",
            "promotion_type=sale orders 2");
    RowReader sale = rows.get(4);
    // Weights 1/0.2² and 1/0.1²: 25 and 100 to one another.
    assertThat(sale.number(TacticColumns.EFFECT).orElseThrow())
        .isCloseTo((25 * 0.4 + 100 * 0.1) / 125, within(1e-12));
    double width =
        sale.number(TacticColumns.HIGH).orElseThrow()
            - sale.number(TacticColumns.LOW).orElseThrow();
    assertThat(width / 2).isCloseTo((1 / 0.2 + 1 / 0.1) / (1 / 0.04 + 1 / 0.01), within(1e-12));
    assertThat(sale.number(TacticColumns.Q).orElseThrow()).isGreaterThan(6);
    assertThat(rows.get(0).count(TacticColumns.LEFT_OUT)).isZero();
    assertThat(rows.get(1).number(TacticColumns.I_SQUARED)).isEmpty();
  }

  @Test
  void the_order_of_rows_changes_nothing_and_nothing_gives_nothing() {
    List<Row> uplift =
        new ArrayList<>(
            List.of(
                uplift("봄 🌸", "orders", 0.4, 0.2),
                uplift("summer", "orders", 1e9, 3e8),
                uplift("winter", "orders", -0.2, 0.4)));
    List<Row> rows = TacticPooling.rows(uplift, CAMPAIGNS, DAY);
    Collections.reverse(uplift);

    assertThat(TacticPooling.rows(uplift, CAMPAIGNS, DAY)).isEqualTo(rows);
    assertThat(TacticPooling.rows(List.of(), CAMPAIGNS, DAY)).isEmpty();
    assertThat(TacticPooling.rows(uplift, List.of(), DAY)).isEmpty();
  }

  private static List<RowReader> read(List<Row> rows) {
    return GivenRow.read(TacticColumns.TABLE, rows).stream().map(RowReader::new).toList();
  }

  private static String name(RowReader row) {
    return row.text(TacticColumns.FACET).orElseThrow()
        + "="
        + row.text(TacticColumns.VALUE).orElseThrow()
        + " "
        + row.text(TacticColumns.OUTCOME).orElseThrow()
        + " "
        + row.count(TacticColumns.CAMPAIGNS);
  }
}
