package dev.dangol.export;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Export of one list to its target. Customers come one by one, in the order of their rank; each is
 * held back with a reason, or written.
 */
public final class ListExport {
  private final AudienceList list;
  private final MemberExplanation explanation;
  private final AudienceGates gates;
  private final ListSink sink;
  private final Map<GateReason, Long> heldBack = new EnumMap<>(GateReason.class);
  private long in;

  ListExport(CellValues cells, AudienceGates gates, ListSink sink) {
    this.list = cells.list();
    this.explanation = new MemberExplanation(cells);
    this.gates = gates;
    this.sink = sink;
  }

  public AudienceList list() {
    return list;
  }

  /** Takes the next customer of the group; returns the reason for which they are held back. */
  public Optional<GateReason> take(ExportMember member) {
    in++;
    Optional<GateReason> reason = gates.check(member);
    reason.ifPresentOrElse(why -> heldBack.merge(why, 1L, Long::sum), () -> sink.write(member));
    return reason;
  }

  /** The lines that say what a customer is to the list, who was taken with this answer. */
  public List<String> explain(ExportMember member, Optional<GateReason> reason) {
    return explanation.lines(member, reason);
  }

  /** The line for a customer who is not in the group. */
  public String explainAbsence() {
    return explanation.outside();
  }

  /** True where so far fewer customers are left than the target asks for. */
  public boolean isTooSmall() {
    return sink.rows() < list.target().minSize();
  }

  /**
   * Ends the list: its files are put in their places, or dropped where it is too small.
   *
   * @param blocked addresses that may no longer be written to
   */
  public ListOutcome finish(BlockedAddresses blocked) {
    long left = sink.rows();
    boolean refused = left < list.target().minSize();
    if (refused) {
      heldBack.put(GateReason.BELOW_MIN_SIZE, left);
    }
    List<WrittenExport> written = refused ? sink.refuse(blocked) : sink.finish(blocked);
    Map<String, Long> reasons = new TreeMap<>();
    heldBack.forEach((reason, customers) -> reasons.put(reason.word(), customers));
    return new ListOutcome(list, in, refused ? 0 : left, reasons, written);
  }
}
