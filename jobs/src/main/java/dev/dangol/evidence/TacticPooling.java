package dev.dangol.evidence;

import dev.dangol.evidence.PooledEffect.TrialEffect;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.evidence.TacticColumns;
import dev.dangol.table.results.RelevanceColumns;
import dev.dangol.table.results.UpliftColumns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** Pooling of the uplift of campaigns over those with one kind of offer, creative or channel. */
public final class TacticPooling {
  private static final char BETWEEN = '\u0000';

  private final AsOf asOf;
  private final Map<String, List<PooledKey>> tactics = new HashMap<>();

  private TacticPooling(AsOf asOf) {
    this.asOf = asOf;
  }

  /** Facet of a campaign with its value. */
  private record PooledKey(String facet, String value) {}

  /** Effects that are pooled, and how many could not be weighed. */
  private static final class PooledGroup {
    private final List<TrialEffect> weighed = new ArrayList<>();
    private long leftOut;

    void add(RowReader cells) {
      TrialEffect effect =
          new TrialEffect(
              number(cells.number(UpliftColumns.EFFECT)),
              number(cells.number(UpliftColumns.LOW)),
              number(cells.number(UpliftColumns.HIGH)));
      if (effect.isWeighed()) {
        weighed.add(effect);
      } else {
        leftOut++;
      }
    }

    private static double number(OptionalDouble value) {
      return value.orElse(Double.NaN);
    }
  }

  /**
   * The rows of {@code tactic_uplift}, in the order of their keys.
   *
   * @param uplift the rows of {@code uplift}, in any order
   * @param campaigns the rows of {@code message_relevance}, which tell what campaigns are like
   */
  public static List<Row> rows(List<Row> uplift, List<Row> campaigns, AsOf asOf) {
    TacticPooling pooling = new TacticPooling(asOf);
    campaigns.forEach(row -> pooling.note(new RowReader(row)));
    return pooling.pool(uplift);
  }

  private void note(RowReader campaign) {
    Optional<String> id = campaign.text(RelevanceColumns.CAMPAIGN_ID);
    if (id.isPresent()) {
      List<PooledKey> values = new ArrayList<>();
      campaign
          .text(RelevanceColumns.MOSTLY_PROMOTION_TYPE)
          .ifPresent(value -> values.add(new PooledKey(TacticColumns.PROMOTION_TYPE, value)));
      campaign
          .text(RelevanceColumns.MOSTLY_CREATIVE)
          .ifPresent(value -> values.add(new PooledKey(TacticColumns.CREATIVE, value)));
      campaign
          .text(RelevanceColumns.MOSTLY_CHANNEL)
          .ifPresent(value -> values.add(new PooledKey(TacticColumns.CHANNEL, value)));
      tactics.put(id.get(), values);
    }
  }

  private List<Row> pool(List<Row> uplift) {
    Map<String, PooledGroup> groups = new TreeMap<>();
    for (Row row : sorted(uplift)) {
      RowReader cells = new RowReader(row);
      String campaign = cells.text(UpliftColumns.CAMPAIGN).orElseThrow();
      for (PooledKey tactic : tactics.getOrDefault(campaign, List.of())) {
        String key =
            String.join(
                String.valueOf(BETWEEN),
                cells.text(SharedColumns.COHORT).orElseThrow(),
                tactic.facet(),
                tactic.value(),
                cells.text(UpliftColumns.OUTCOME).orElseThrow());
        groups.computeIfAbsent(key, other -> new PooledGroup()).add(cells);
      }
    }
    List<Row> rows = new ArrayList<>();
    groups.forEach(
        (key, group) -> {
          if (!group.weighed.isEmpty()) {
            rows.add(row(key.split(String.valueOf(BETWEEN)), group));
          }
        });
    return rows;
  }

  /** By campaign, so that sums do not depend on the order in which rows come. */
  private static List<Row> sorted(List<Row> uplift) {
    return uplift.stream()
        .sorted(
            Comparator.comparing(
                row -> new RowReader(row).text(UpliftColumns.CAMPAIGN).orElseThrow()))
        .toList();
  }

  private Row row(String[] key, PooledGroup group) {
    PooledEffect pooled = PooledEffect.of(group.weighed);
    return RowWriter.of(TacticColumns.TABLE)
        .set(SharedColumns.AS_OF, asOf)
        .set(SharedColumns.COHORT, key[0])
        .set(TacticColumns.FACET, key[1])
        .set(TacticColumns.VALUE, key[2])
        .set(TacticColumns.OUTCOME, key[3])
        .set(TacticColumns.CAMPAIGNS, (long) group.weighed.size())
        .set(TacticColumns.LEFT_OUT, group.leftOut)
        .set(TacticColumns.EFFECT, pooled.effect())
        .set(TacticColumns.LOW, pooled.low())
        .set(TacticColumns.HIGH, pooled.high())
        .set(TacticColumns.Q, pooled.q())
        .set(TacticColumns.P_VALUE, pooled.pValue())
        .set(TacticColumns.I_SQUARED, pooled.iSquared())
        .row();
  }
}
