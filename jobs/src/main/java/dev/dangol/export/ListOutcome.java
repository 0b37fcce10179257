package dev.dangol.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Outcome of a list: in = out + held back.
 *
 * @param list the list
 * @param in customers in the group
 * @param out customers in the full file; 0 where it was refused
 * @param heldBack customers who are not, by reason
 * @param files those that were written
 */
public record ListOutcome(
    AudienceList list, long in, long out, Map<String, Long> heldBack, List<WrittenExport> files) {

  public ListOutcome {
    heldBack = new TreeMap<>(heldBack);
    files = List.copyOf(files);
  }

  /** The same with a further file. */
  ListOutcome with(WrittenExport file) {
    List<WrittenExport> all = new ArrayList<>(files);
    all.add(file);
    return new ListOutcome(list, in, out, heldBack, all);
  }

  /** True where the list was too small for its target. */
  public boolean isRefused() {
    return heldBack.containsKey(GateReason.BELOW_MIN_SIZE.word());
  }

  /** The sentence that says so. */
  public String refusal() {
    return "The list "
        + list.group()
        + " has "
        + heldBack.getOrDefault(GateReason.BELOW_MIN_SIZE.word(), 0L)
        + " customers left of "
        + in
        + ", fewer than the "
        + list.target().minSize()
        + " of export.targets."
        + list.target().name()
        + ".min-size; no full and no added file was written.";
  }
}
