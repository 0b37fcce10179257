package dev.dangol.export;

import dev.dangol.config.export.ConsentBasis;
import dev.dangol.config.export.FileColumn;
import dev.dangol.export.AudienceList.GroupKind;
import dev.dangol.export.BlockedAddresses.AddressForms;
import dev.dangol.export.BlockedAddresses.MemberAddresses;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Gates between a group of customers and a target's file. Customers come in the order of their
 * rank: of two with one identifier the first stays.
 */
public final class AudienceGates {
  private final CellValues cells;
  private final ExportRules rules;
  private final BlockedAddresses blocked;
  private final AddressForms forms;
  private final AgeLimit ages;
  private final DigestCounts taken = new DigestCounts();

  public AudienceGates(CellValues cells, ExportRules rules, BlockedAddresses blocked) {
    this.cells = cells;
    this.rules = rules;
    this.blocked = blocked;
    this.forms = new AddressForms(cells);
    this.ages = new AgeLimit(rules);
  }

  /** The first gate that holds the customer back; empty for one who is in the file. */
  public Optional<GateReason> check(ExportMember member) {
    MemberStanding standing = member.standing();
    ConsentBasis consent = cells.list().target().consent();
    if (standing.erased()) {
      return Optional.of(GateReason.ERASED);
    }
    MemberAddresses addresses = forms.of(member);
    if (standing.isSuppressed(consent.key()) || blocked.suppresses(addresses)) {
      return Optional.of(GateReason.SUPPRESSED);
    }
    if (standing.isWithdrawn(consent.key()) || blocked.withdraws(addresses)) {
      return Optional.of(GateReason.WITHDRAWN);
    }
    return lacksConsent(standing.consents(), consent)
        .or(() -> isLeftOut(member))
        .or(() -> cannotBeReached(member, addresses));
  }

  private Optional<GateReason> lacksConsent(ConsentEntries consents, ConsentBasis consent) {
    if (!consent.required()) {
      return Optional.empty();
    }
    Optional<LocalDate> granted = consents.grantedOn(consent.key().orElseThrow());
    boolean atNight =
        consent.nightKey().map(consents::grantedOn).filter(Optional::isEmpty).isEmpty();
    if (granted.isEmpty() || !atNight) {
      return Optional.of(GateReason.NO_CONSENT);
    }
    long age = ChronoUnit.DAYS.between(granted.get(), rules.asOf());
    return age > rules.consentMaxAgeDays()
        ? Optional.of(GateReason.CONSENT_TOO_OLD)
        : Optional.empty();
  }

  private Optional<GateReason> isLeftOut(ExportMember member) {
    AudienceList list = cells.list();
    boolean control =
        list.kind() == GroupKind.COHORT
            && !list.target().controls()
            && member.standing().controls().contains(list.group());
    if (control) {
      return Optional.of(GateReason.CONTROL_GROUP);
    }
    return ages.excludes(member.standing(), cells.country(member))
        ? Optional.of(GateReason.MINOR)
        : Optional.empty();
  }

  private Optional<GateReason> cannotBeReached(ExportMember member, MemberAddresses addresses) {
    List<String> needed = cells.list().target().format().identifiers();
    if (needed.isEmpty()) {
      return lacksVariable(member);
    }
    if (needed.stream().allMatch(kind -> addresses.identifier(kind).isEmpty())) {
      return Optional.of(GateReason.NO_USABLE_IDENTIFIER);
    }
    Optional<GateReason> empty = lacksVariable(member);
    if (empty.isPresent()) {
      return empty;
    }
    String own = addresses.key();
    if (taken.contains(own)) {
      return Optional.of(GateReason.DUPLICATE_IDENTIFIER);
    }
    taken.add(own);
    addresses.each(taken::add);
    return Optional.empty();
  }

  private Optional<GateReason> lacksVariable(ExportMember member) {
    return cells.list().target().format().columns().stream()
            .filter(FileColumn::required)
            .anyMatch(column -> cells.text(column, member).isEmpty())
        ? Optional.of(GateReason.MISSING_VARIABLE)
        : Optional.empty();
  }
}
