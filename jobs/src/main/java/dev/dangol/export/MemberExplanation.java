package dev.dangol.export;

import dev.dangol.config.export.FileColumn;
import dev.dangol.config.export.FileColumn.HashRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Explanation of what one customer is to a list: in or out and why, and what would be sent.
 *
 * @param cells the values of the list's columns
 */
record MemberExplanation(CellValues cells) {
  List<String> lines(ExportMember member, Optional<GateReason> reason) {
    List<String> lines = new ArrayList<>();
    lines.add(title() + reason.map(why -> "out, " + why.word()).orElse("in"));
    for (FileColumn column : cells.list().target().format().columns()) {
      if (!cells.raw(column, member).isEmpty()) {
        lines.add("  " + column.header() + ": " + steps(column, member));
      }
    }
    return lines;
  }

  /** The line for a customer who is not in the group. */
  String outside() {
    return title() + "out, not in " + cells.list().group();
  }

  private String title() {
    return cells.list().target().name() + " " + cells.list().group() + ": ";
  }

  /** The stored text, the normal one and the one in the file, each where it differs. */
  private String steps(FileColumn column, ExportMember member) {
    List<String> steps = new ArrayList<>(List.of(cells.raw(column, member)));
    String normal = cells.normal(column, member);
    String sent = cells.text(column, member);
    steps.add(normal.isEmpty() ? "(not usable)" : normal);
    if (!sent.equals(normal)) {
      steps.add(sent.isEmpty() ? "(left out)" : sent);
    } else if (column.hash() == HashRule.NEVER && steps.get(0).equals(normal)) {
      steps.remove(1);
    }
    return String.join(" -> ", steps);
  }
}
