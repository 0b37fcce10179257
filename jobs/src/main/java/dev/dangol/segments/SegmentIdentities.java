package dev.dangol.segments;

import dev.dangol.config.SegmentContinuitySettings;
import dev.dangol.segments.lineage.DatedSegment;
import dev.dangol.segments.lineage.SegmentDescent;
import dev.dangol.segments.lineage.SegmentLineage;
import dev.dangol.segments.lineage.SegmentMove;
import dev.dangol.table.AsOf;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Segments of a day with their ids and names. A segment that was there before keeps both. A new one
 * gets an id that says when it was found, such as s1-2026-06-30, and so can be no other segment's,
 * on whatever day it is looked for; of several found on a day, s1 has the highest net sales per
 * customer.
 *
 * @param living today's segments, in their final order
 * @param retired those of the earlier day that ended
 */
record SegmentIdentities(List<PublishedSegment> living, List<PublishedSegment> retired) {

  static SegmentIdentities of(
      SegmentationResult fitted,
      PreviousSegments earlier,
      SegmentContinuitySettings settings,
      AsOf asOf) {
    if (fitted.profiles().isEmpty()) {
      return new SegmentIdentities(List.of(), List.of());
    }
    SegmentLineage lineage = lineage(fitted, earlier, settings);
    SegmentNaming register = new SegmentNaming(earlier, settings.names());
    List<SegmentDescent> descents = lineage.descents();
    List<SegmentName> fresh = register.fresh(strangers(fitted.profiles(), descents));
    List<PublishedSegment> living = new ArrayList<>();
    int found = 0;
    for (int i = 0; i < descents.size(); i++) {
      SegmentDescent descent = descents.get(i);
      int number = found + 1;
      String id = descent.kept().orElseGet(() -> "s" + number + "-" + asOf.day());
      SegmentName own = descent.kept().isPresent() ? earlier.name(id) : fresh.get(found);
      found += descent.kept().isPresent() ? 0 : 1;
      living.add(
          new PublishedSegment(
              id, register.configuredName(id, own), fitted.profiles().get(i), descent));
    }
    return new SegmentIdentities(List.copyOf(living), retired(lineage, earlier, register));
  }

  private static SegmentLineage lineage(
      SegmentationResult fitted, PreviousSegments earlier, SegmentContinuitySettings settings) {
    List<String> names = fitted.placeNames();
    List<DatedSegment> now =
        fitted.profiles().stream()
            .map(
                profile ->
                    new DatedSegment(
                        names.get(profile.centre()),
                        fitted.model().preparation().scaled(profile.typical())))
            .toList();
    List<DatedSegment> before = earlier.spots(fitted.model());
    List<SegmentMove> moves = fitted.census().moves(names);
    return fitted.ids().isEmpty()
        ? SegmentLineage.of(before, now, moves, settings)
        : SegmentLineage.unchanged(before, now, moves, settings);
  }

  /** The effects of the segments that were not there before. */
  private static List<List<FeatureEffect>> strangers(
      List<SegmentProfile> profiles, List<SegmentDescent> descents) {
    return IntStream.range(0, profiles.size())
        .filter(i -> descents.get(i).kept().isEmpty())
        .mapToObj(i -> profiles.get(i).effects())
        .toList();
  }

  private static List<PublishedSegment> retired(
      SegmentLineage lineage, PreviousSegments earlier, SegmentNaming register) {
    return lineage.retired().stream()
        .map(
            descent -> {
              String id = descent.kept().orElseThrow();
              SegmentName name = register.configuredName(id, earlier.name(id));
              return new PublishedSegment(id, name, SegmentProfile.deserted(-1), descent);
            })
        .toList();
  }

  /**
   * The ids of the segments, in the order of the model's centres; null for one without customers.
   */
  List<String> ids(int centres) {
    return PublishedSegment.labels(living, centres).stream().map(SegmentLabel::id).toList();
  }
}
