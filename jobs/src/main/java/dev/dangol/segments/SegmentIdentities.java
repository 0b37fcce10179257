package dev.dangol.segments;

import dev.dangol.config.KeepingSettings;
import dev.dangol.segments.lineage.Descent;
import dev.dangol.segments.lineage.Lineage;
import dev.dangol.segments.lineage.Move;
import dev.dangol.segments.lineage.Spot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The segments of a day with their ids and names. Who was there before keeps both. A new one gets
 * an id that says when it was found, such as s1-2026-06-30, and so can be nobody else's, on
 * whatever day it is looked for; of several found on a day, s1 has the highest net sales per
 * customer.
 *
 * @param living today's segments, in their final order
 * @param retired those of the earlier day that ended
 */
record SegmentIdentities(List<Segment> living, List<Segment> retired) {

  static SegmentIdentities of(
      Fitted fitted, Earlier earlier, KeepingSettings settings, LocalDate asOf) {
    if (fitted.profiles().isEmpty()) {
      return new SegmentIdentities(List.of(), List.of());
    }
    Lineage lineage = lineage(fitted, earlier, settings);
    Register register = new Register(earlier, settings.names());
    List<Descent> descents = lineage.descents();
    List<Name> fresh = register.fresh(strangers(fitted.profiles(), descents));
    List<Segment> living = new ArrayList<>();
    int found = 0;
    for (int i = 0; i < descents.size(); i++) {
      Descent descent = descents.get(i);
      int number = found + 1;
      String id = descent.kept().orElseGet(() -> "s" + number + "-" + asOf);
      Name own = descent.kept().isPresent() ? earlier.name(id) : fresh.get(found);
      found += descent.kept().isPresent() ? 0 : 1;
      living.add(new Segment(id, register.configured(id, own), fitted.profiles().get(i), descent));
    }
    return new SegmentIdentities(List.copyOf(living), retired(lineage, earlier, register));
  }

  private static Lineage lineage(Fitted fitted, Earlier earlier, KeepingSettings settings) {
    List<String> names = fitted.placeNames();
    List<Spot> now =
        fitted.profiles().stream()
            .map(
                profile ->
                    new Spot(
                        names.get(profile.centre()),
                        fitted.model().preparation().scaled(profile.typical())))
            .toList();
    List<Spot> before = earlier.spots(fitted.model());
    List<Move> moves = fitted.census().moves(names);
    return fitted.ids().isEmpty()
        ? Lineage.of(before, now, moves, settings)
        : Lineage.unchanged(before, now, moves, settings);
  }

  /** What sets those apart who were not there before. */
  private static List<List<Effect>> strangers(List<Profile> profiles, List<Descent> descents) {
    return IntStream.range(0, profiles.size())
        .filter(i -> descents.get(i).kept().isEmpty())
        .mapToObj(i -> profiles.get(i).effects())
        .toList();
  }

  private static List<Segment> retired(Lineage lineage, Earlier earlier, Register register) {
    return lineage.retired().stream()
        .map(
            descent -> {
              String id = descent.kept().orElseThrow();
              Name name = register.configured(id, earlier.name(id));
              return new Segment(id, name, Profile.deserted(-1), descent);
            })
        .toList();
  }

  /** The ids of the segments, in the order of the model's centres; null for one without anybody. */
  List<String> ids(int centres) {
    return Segment.labels(living, centres).stream().map(Label::id).toList();
  }
}
