package dev.dangol.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dangol.privacy.IdentifierForm;
import dev.dangol.privacy.IdentifierHash;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** People who are to be found in exported rows, by every form of their identifiers. */
public final class ForgottenPeople {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<IdentifierForm> OF_EMAIL =
      List.of(IdentifierForm.EMAIL, IdentifierForm.EMAIL_GOOGLE);
  private static final List<IdentifierForm> OF_PHONE =
      List.of(
          IdentifierForm.PHONE_E164, IdentifierForm.PHONE_DIGITS, IdentifierForm.PHONE_NATIONAL);

  private final Set<String> cells = new HashSet<>();

  /** Adds an id of theirs, and its pseudonym where there is a key. */
  public void addId(String id, Optional<String> pseudonymKey) {
    cells.add(id);
    pseudonymKey.ifPresent(key -> cells.add(IdentifierHash.keyed(id, key)));
  }

  /**
   * Adds the contacts of one of them; empty texts are none.
   *
   * @param country a two-letter code, empty where it is not known
   */
  public void addContacts(String email, String phone, String madid, String country) {
    OF_EMAIL.forEach(form -> add(form.of(email, country)));
    OF_PHONE.forEach(form -> add(form.of(phone, country)));
    add(IdentifierForm.DEVICE.of(madid, country));
  }

  private void add(String normal) {
    if (!normal.isEmpty()) {
      cells.add(normal);
      cells.add(IdentifierHash.sha256(normal));
    }
  }

  /** True for the row of one of them. */
  public boolean isIn(String row) {
    if (row.startsWith("{")) {
      return cells.contains(user(row));
    }
    return DeliveredRows.cells(row).stream()
        .map(cell -> cell.startsWith("'") ? cell.substring(1) : cell)
        .anyMatch(cells::contains);
  }

  private static String user(String row) {
    try {
      return JSON.readTree(row).path("id").asText();
    } catch (JsonProcessingException noUser) {
      return "";
    }
  }
}
