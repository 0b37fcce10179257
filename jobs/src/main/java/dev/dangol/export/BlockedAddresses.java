package dev.dangol.export;

import dev.dangol.config.export.ExportFormat;
import dev.dangol.privacy.IdentifierForm;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Addresses that may not be in a target's files, whoever has them. They are those of customers who
 * are suppressed or withdrew, in the target's normal form.
 */
public final class BlockedAddresses {
  private final AddressForms forms;
  private final Optional<String> key;
  private final DigestCounts suppressed = new DigestCounts();
  private final DigestCounts withdrawn = new DigestCounts();

  public BlockedAddresses(CellValues cells) {
    this.forms = new AddressForms(cells);
    this.key = cells.list().target().consent().key();
  }

  /** Notes the addresses of a customer who is suppressed or withdrew. */
  public void note(ExportMember member) {
    if (member.standing().isSuppressed(key)) {
      forms.each(member, suppressed::add);
    }
    if (member.standing().isWithdrawn(key)) {
      forms.each(member, withdrawn::add);
    }
  }

  boolean suppresses(ExportMember member) {
    return forms.any(member, suppressed::contains);
  }

  boolean withdraws(ExportMember member) {
    return forms.any(member, withdrawn::contains);
  }

  /** True for an e-mail address, in the normal form of a CRM, that may not be written to. */
  boolean blocksEmail(String email) {
    String address = ExportFormat.EMAIL + email;
    return suppressed.contains(address) || withdrawn.contains(address);
  }

  /** Normal forms of a customer's addresses, as a target compares them. */
  record AddressForms(CellValues cells) {
    String email(ExportMember member) {
      return normal(ExportFormat.EMAIL, cells.list().target().format().emailForm(), member);
    }

    String phone(ExportMember member) {
      return normal(ExportFormat.PHONE, cells.list().target().format().phoneForm(), member);
    }

    String device(ExportMember member) {
      return normal(ExportFormat.DEVICE, IdentifierForm.DEVICE, member);
    }

    private String normal(String kind, IdentifierForm form, ExportMember member) {
      String text = form.of(member.text(kind), cells.country(member));
      return text.isEmpty() ? "" : kind + text;
    }

    void each(ExportMember member, java.util.function.Consumer<String> use) {
      any(
          member,
          address -> {
            use.accept(address);
            return false;
          });
    }

    boolean any(ExportMember member, Predicate<String> test) {
      String email = email(member);
      String phone = phone(member);
      return (!email.isEmpty() && test.test(email)) || (!phone.isEmpty() && test.test(phone));
    }
  }
}
