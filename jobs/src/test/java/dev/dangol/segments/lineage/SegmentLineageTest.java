package dev.dangol.segments.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.config.SegmentContinuitySettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SegmentLineageTest {
  private static final DatedSegment REGULARS = new DatedSegment("regulars", List.of(0.0, 0.0));
  private static final DatedSegment LAPSED = new DatedSegment("lapsed", List.of(6.0, 0.0));

  @Test
  void the_same_members_around_the_same_centre_are_the_same_segment() {
    SegmentLineage lineage =
        lineage(
            List.of(REGULARS, LAPSED),
            List.of(spot("0", 6, 0.5), spot("1", 0, 0)),
            move("regulars", "1", 90),
            move("regulars", "0", 10),
            move("lapsed", "0", 50),
            move(SegmentMove.NEW, "1", 500),
            move("lapsed", SegmentMove.LEFT, 70));

    assertThat(lineage.descents())
        .extracting(SegmentDescent::event, SegmentDescent::kept, SegmentDescent::parents)
        .containsExactly(
            tuple(LineageEvent.MATCHED, Optional.of("lapsed"), List.of("lapsed")),
            tuple(LineageEvent.MATCHED, Optional.of("regulars"), List.of("regulars")));
    SegmentDescent.DescentEvidence evidence = lineage.descents().get(0).evidence();
    assertThat(evidence.sharedShare()).isCloseTo(50 / 60.0, within(1e-12));
    assertThat(evidence.jaccard()).isCloseTo(50 / 60.0, within(1e-12));
    assertThat(evidence.distance()).isEqualTo(0.5);
    assertThat(lineage.retired()).isEmpty();
  }

  @Test
  void of_a_segment_in_two_parts_the_larger_goes_on_and_the_other_is_split_off() {
    SegmentLineage lineage =
        lineage(
            List.of(REGULARS),
            List.of(spot("0", 2, 2), spot("1", 0, 0.2)),
            move("regulars", "0", 40),
            move("regulars", "1", 60));

    assertThat(lineage.descents())
        .extracting(SegmentDescent::event)
        .containsExactly(LineageEvent.SPLIT, LineageEvent.MATCHED);
    assertThat(lineage.descents().get(0).kept()).isEmpty();
    assertThat(lineage.descents().get(0).parents()).containsExactly("regulars");
    assertThat(lineage.descents().get(1).kept()).hasValue("regulars");
  }

  @Test
  void two_segments_that_became_one_are_merged_under_the_id_of_the_more_alike() {
    SegmentLineage lineage =
        lineage(
            List.of(REGULARS, LAPSED),
            List.of(spot("0", 1, 0)),
            move("regulars", "0", 80),
            move("lapsed", "0", 40),
            move("lapsed", SegmentMove.OUTLIER, 10));

    assertThat(lineage.descents().get(0).event()).isEqualTo(LineageEvent.MERGED);
    assertThat(lineage.descents().get(0).kept()).hasValue("regulars");
    assertThat(lineage.descents().get(0).parents()).containsExactly("regulars", "lapsed");
    assertThat(lineage.descents().get(0).evidence().sharedShare()).isEqualTo(1);
    assertThat(lineage.retired()).hasSize(1);
    assertThat(lineage.retired().get(0).kept()).hasValue("lapsed");
    assertThat(lineage.retired().get(0).evidence().sharedShare()).isEqualTo(0.8);
  }

  @Test
  void strangers_far_away_are_born_and_what_nobody_continues_is_retired() {
    SegmentLineage lineage =
        lineage(
            List.of(REGULARS),
            List.of(spot("0", 9, 9)),
            move("regulars", SegmentMove.LEFT, 80),
            move(SegmentMove.NEW, "0", 40));

    assertThat(lineage.descents().get(0).event()).isEqualTo(LineageEvent.BORN);
    assertThat(lineage.descents().get(0).evidence().sharedShare()).isNaN();
    assertThat(lineage.retired())
        .extracting(SegmentDescent::event)
        .containsExactly(LineageEvent.RETIRED);
  }

  @Test
  void where_no_customer_is_known_on_both_days_the_centres_decide() {
    SegmentLineage lineage =
        lineage(
            List.of(REGULARS, LAPSED),
            List.of(spot("0", 5.9, 0), spot("1", 0.1, 0)),
            move("regulars", SegmentMove.LEFT, 80),
            move(SegmentMove.NEW, "0", 40));

    assertThat(lineage.descents())
        .extracting(SegmentDescent::kept)
        .containsExactly(Optional.of("lapsed"), Optional.of("regulars"));
  }

  @Test
  void without_a_common_feature_the_members_decide() {
    SegmentLineage lineage =
        lineage(
            List.of(new DatedSegment("regulars", List.of(Double.NaN, Double.NaN))),
            List.of(spot("0", 5, 5)),
            move("regulars", "0", 30),
            move("regulars", SegmentMove.OUTLIER, 20));

    assertThat(lineage.likeness(0, 0)).isEqualTo(0.6);
    assertThat(lineage.descents().get(0).kept()).hasValue("regulars");
  }

  @Test
  void the_first_day_has_only_births() {
    SegmentLineage lineage =
        lineage(List.of(), List.of(spot("0", 0, 0)), move(SegmentMove.NEW, "0", 3));

    assertThat(lineage.descents())
        .extracting(SegmentDescent::event)
        .containsExactly(LineageEvent.BORN);
    assertThat(lineage.retired()).isEmpty();
  }

  @Test
  void under_a_stored_model_ids_say_who_is_who_whatever_the_members_do() {
    SegmentLineage lineage =
        SegmentLineage.unchanged(
            List.of(REGULARS, LAPSED),
            List.of(spot("lapsed", 6, 0), spot("regulars", 0, 0)),
            List.of(move("regulars", "lapsed", 80)),
            SegmentContinuitySettings.USUAL);

    assertThat(lineage.descents())
        .extracting(SegmentDescent::kept)
        .containsExactly(Optional.of("lapsed"), Optional.of("regulars"));
    assertThat(lineage.descents())
        .extracting(SegmentDescent::event)
        .containsOnly(LineageEvent.MATCHED);
    assertThat(lineage.retired()).isEmpty();
  }

  private static SegmentLineage lineage(
      List<DatedSegment> before, List<DatedSegment> now, SegmentMove... moves) {
    return SegmentLineage.of(before, now, List.of(moves), SegmentContinuitySettings.USUAL);
  }

  private static DatedSegment spot(String id, double x, double y) {
    return new DatedSegment(id, List.of(x, y));
  }

  private static SegmentMove move(String from, String to, long customers) {
    return new SegmentMove(from, to, customers);
  }
}
