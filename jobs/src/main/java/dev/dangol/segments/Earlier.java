package dev.dangol.segments;

import dev.dangol.segments.lineage.Spot;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the segments of earlier days.
 *
 * @param living those of the last day, without the ones that ended on it, by id
 * @param named every name that an id ever had
 * @param model what put the customers of the last day into segments
 */
record Earlier(List<Known> living, List<Known> named, Optional<StoredModel> model) {
  /** Nothing. */
  static final Earlier NONE = new Earlier(List.of(), List.of(), Optional.empty());

  Earlier {
    living = List.copyOf(living);
    named = List.copyOf(named);
  }

  /**
   * A segment of an earlier day.
   *
   * @param centre the mean of each feature, in its own unit
   */
  record Known(String id, Name name, Map<String, Double> centre) {}

  /** The segments of the last day, with their centres as the model sees them. */
  List<Spot> spots(Model model) {
    return living.stream()
        .map(known -> new Spot(known.id(), model.preparation().scaled(known.centre())))
        .toList();
  }

  /** The name that a segment of the last day has. */
  Name name(String id) {
    return living.stream()
        .filter(known -> known.id().equals(id))
        .map(Known::name)
        .findFirst()
        .orElseThrow();
  }

  /** Every name that another id than this one ever had. */
  List<Name> namesOfOthers(String id) {
    return named.stream().filter(known -> !known.id().equals(id)).map(Known::name).toList();
  }
}
