package dev.dangol.export;

import dev.dangol.config.export.ExportFormat;
import dev.dangol.privacy.IdentifierForm;
import java.util.Optional;
import java.util.function.Consumer;
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
    boolean isSuppressed = member.standing().isSuppressed(key);
    boolean isWithdrawn = member.standing().isWithdrawn(key);
    if (isSuppressed || isWithdrawn) {
      MemberAddresses addresses = forms.of(member);
      if (isSuppressed) {
        addresses.each(suppressed::add);
      }
      if (isWithdrawn) {
        addresses.each(withdrawn::add);
      }
    }
  }

  boolean suppresses(MemberAddresses addresses) {
    return addresses.any(suppressed::contains);
  }

  boolean withdraws(MemberAddresses addresses) {
    return addresses.any(withdrawn::contains);
  }

  /** True for an e-mail address, in the normal form of a CRM, that may not be written to. */
  boolean blocksEmail(String email) {
    String address = ExportFormat.EMAIL + email;
    return suppressed.contains(address) || withdrawn.contains(address);
  }

  /** Normal forms of customers' addresses, as a target compares them. */
  record AddressForms(CellValues cells) {
    MemberAddresses of(ExportMember member) {
      ExportFormat format = cells.list().target().format();
      String country = cells.country(member);
      return new MemberAddresses(
          normal(ExportFormat.EMAIL, format.emailForm(), member, country),
          normal(ExportFormat.PHONE, format.phoneForm(), member, country),
          normal(ExportFormat.DEVICE, IdentifierForm.DEVICE, member, country));
    }

    private static String normal(
        String kind, IdentifierForm form, ExportMember member, String country) {
      String text = form.of(member.text(kind), country);
      return text.isEmpty() ? "" : kind + text;
    }
  }

  /** Addresses of a customer, each after its kind; empty where there is none. */
  record MemberAddresses(String email, String phone, String device) {
    /** The address by which two customers are one: the e-mail, else the phone, else the device. */
    String key() {
      String first = email.isEmpty() ? phone : email;
      return first.isEmpty() ? device : first;
    }

    String identifier(String kind) {
      return switch (kind) {
        case ExportFormat.EMAIL -> email;
        case ExportFormat.PHONE -> phone;
        default -> device;
      };
    }

    void each(Consumer<String> use) {
      any(
          address -> {
            use.accept(address);
            return false;
          });
    }

    boolean any(Predicate<String> test) {
      return (!email.isEmpty() && test.test(email)) || (!phone.isEmpty() && test.test(phone));
    }
  }
}
