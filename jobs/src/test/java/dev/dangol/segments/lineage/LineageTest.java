package dev.dangol.segments.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.config.KeepingSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineageTest {
  private static final Spot REGULARS = new Spot("regulars", List.of(0.0, 0.0));
  private static final Spot LAPSED = new Spot("lapsed", List.of(6.0, 0.0));

  @Test
  void the_same_members_around_the_same_centre_are_the_same_segment() {
    Lineage lineage =
        lineage(
            List.of(REGULARS, LAPSED),
            List.of(spot("0", 6, 0.5), spot("1", 0, 0)),
            move("regulars", "1", 90),
            move("regulars", "0", 10),
            move("lapsed", "0", 50),
            move(Move.NEW, "1", 500),
            move("lapsed", Move.LEFT, 70));

    assertThat(lineage.descents())
        .extracting(Descent::event, Descent::kept, Descent::parents)
        .containsExactly(
            tuple(Event.MATCHED, Optional.of("lapsed"), List.of("lapsed")),
            tuple(Event.MATCHED, Optional.of("regulars"), List.of("regulars")));
    Descent.Evidence evidence = lineage.descents().get(0).evidence();
    assertThat(evidence.sharedShare()).isCloseTo(50 / 60.0, within(1e-12));
    assertThat(evidence.jaccard()).isCloseTo(50 / 60.0, within(1e-12));
    assertThat(evidence.distance()).isEqualTo(0.5);
    assertThat(lineage.retired()).isEmpty();
  }

  @Test
  void of_a_segment_in_two_parts_the_larger_goes_on_and_the_other_is_split_off() {
    Lineage lineage =
        lineage(
            List.of(REGULARS),
            List.of(spot("0", 2, 2), spot("1", 0, 0.2)),
            move("regulars", "0", 40),
            move("regulars", "1", 60));

    assertThat(lineage.descents())
        .extracting(Descent::event)
        .containsExactly(Event.SPLIT, Event.MATCHED);
    assertThat(lineage.descents().get(0).kept()).isEmpty();
    assertThat(lineage.descents().get(0).parents()).containsExactly("regulars");
    assertThat(lineage.descents().get(1).kept()).hasValue("regulars");
  }

  @Test
  void two_segments_that_became_one_are_merged_under_the_id_of_the_more_alike() {
    Lineage lineage =
        lineage(
            List.of(REGULARS, LAPSED),
            List.of(spot("0", 1, 0)),
            move("regulars", "0", 80),
            move("lapsed", "0", 40),
            move("lapsed", Move.OUTLIER, 10));

    assertThat(lineage.descents().get(0).event()).isEqualTo(Event.MERGED);
    assertThat(lineage.descents().get(0).kept()).hasValue("regulars");
    assertThat(lineage.descents().get(0).parents()).containsExactly("regulars", "lapsed");
    assertThat(lineage.descents().get(0).evidence().sharedShare()).isEqualTo(1);
    assertThat(lineage.retired()).hasSize(1);
    assertThat(lineage.retired().get(0).kept()).hasValue("lapsed");
    assertThat(lineage.retired().get(0).evidence().sharedShare()).isEqualTo(0.8);
  }

  @Test
  void strangers_far_away_are_born_and_what_nobody_continues_is_retired() {
    Lineage lineage =
        lineage(
            List.of(REGULARS),
            List.of(spot("0", 9, 9)),
            move("regulars", Move.LEFT, 80),
            move(Move.NEW, "0", 40));

    assertThat(lineage.descents().get(0).event()).isEqualTo(Event.BORN);
    assertThat(lineage.descents().get(0).evidence().sharedShare()).isNaN();
    assertThat(lineage.retired()).extracting(Descent::event).containsExactly(Event.RETIRED);
  }

  @Test
  void where_no_customer_is_known_on_both_days_the_centres_decide() {
    Lineage lineage =
        lineage(
            List.of(REGULARS, LAPSED),
            List.of(spot("0", 5.9, 0), spot("1", 0.1, 0)),
            move("regulars", Move.LEFT, 80),
            move(Move.NEW, "0", 40));

    assertThat(lineage.descents())
        .extracting(Descent::kept)
        .containsExactly(Optional.of("lapsed"), Optional.of("regulars"));
  }

  @Test
  void without_a_common_feature_the_members_decide() {
    Lineage lineage =
        lineage(
            List.of(new Spot("regulars", List.of(Double.NaN, Double.NaN))),
            List.of(spot("0", 5, 5)),
            move("regulars", "0", 30),
            move("regulars", Move.OUTLIER, 20));

    assertThat(lineage.likeness(0, 0)).isEqualTo(0.6);
    assertThat(lineage.descents().get(0).kept()).hasValue("regulars");
  }

  @Test
  void the_first_day_has_only_births() {
    Lineage lineage = lineage(List.of(), List.of(spot("0", 0, 0)), move(Move.NEW, "0", 3));

    assertThat(lineage.descents()).extracting(Descent::event).containsExactly(Event.BORN);
    assertThat(lineage.retired()).isEmpty();
  }

  @Test
  void under_a_stored_model_ids_say_who_is_who_whatever_the_members_do() {
    Lineage lineage =
        Lineage.unchanged(
            List.of(REGULARS, LAPSED),
            List.of(spot("lapsed", 6, 0), spot("regulars", 0, 0)),
            List.of(move("regulars", "lapsed", 80)),
            KeepingSettings.USUAL);

    assertThat(lineage.descents())
        .extracting(Descent::kept)
        .containsExactly(Optional.of("lapsed"), Optional.of("regulars"));
    assertThat(lineage.descents()).extracting(Descent::event).containsOnly(Event.MATCHED);
    assertThat(lineage.retired()).isEmpty();
  }

  private static Lineage lineage(List<Spot> before, List<Spot> now, Move... moves) {
    return Lineage.of(before, now, List.of(moves), KeepingSettings.USUAL);
  }

  private static Spot spot(String id, double x, double y) {
    return new Spot(id, List.of(x, y));
  }

  private static Move move(String from, String to, long customers) {
    return new Move(from, to, customers);
  }
}
