package dev.dangol.contacts;

import dev.dangol.contacts.ContactFact.HelpFact;
import dev.dangol.contacts.ContactFact.NeedFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Fold of a customer's looks for help and cases, in order of time, to needs. */
final class NeedFold {
  private final FoldRules rules;
  private final long hours;
  private final List<NeedFact> needs = new ArrayList<>();
  private final Set<String> helped = new TreeSet<>();
  private boolean looking;
  private long last;
  private String theme;
  private boolean asked;
  private String caseTheme;

  NeedFold(FoldRules rules) {
    this.rules = rules;
    this.hours = rules.spans().selfServiceHours() * FoldRules.HOUR;
  }

  void add(CustomerSignal signal) {
    if (signal.kind() == SignalKind.HELP) {
      addHelp(signal);
    } else if (signal.kind() == SignalKind.CASE) {
      addCase(signal);
    }
  }

  private void addHelp(CustomerSignal help) {
    if (!goesOn(help.at())) {
      end();
      looking = true;
      asked = false;
      caseTheme = null;
    }
    last = help.at();
    theme = help.subject().category();
    if (theme != null) {
      helped.add(theme);
    }
  }

  private void addCase(CustomerSignal opened) {
    String about = opened.subject().category();
    if (goesOn(opened.at())) {
      caseTheme = asked ? caseTheme : about;
      asked = true;
    } else if (isOver(opened.at())) {
      needs.add(new NeedFact(about, false));
    }
  }

  private boolean goesOn(long at) {
    return looking && at - last <= hours;
  }

  private boolean isOver(long from) {
    return from + hours < rules.end();
  }

  private void end() {
    if (looking && isOver(last)) {
      needs.add(new NeedFact(theme == null ? caseTheme : theme, !asked));
    }
    looking = false;
  }

  /** The needs whose hours are over; nothing can be added after. */
  List<NeedFact> needs() {
    end();
    return needs;
  }

  /** The categories of help pages that they looked at. */
  List<HelpFact> helped() {
    return helped.stream().map(HelpFact::new).toList();
  }
}
