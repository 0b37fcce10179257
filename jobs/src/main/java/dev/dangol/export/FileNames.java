package dev.dangol.export;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Names of the files of a list.
 *
 * @param list the list
 * @param asOf the day that is exported
 */
record FileNames(AudienceList list, LocalDate asOf) {
  String of(FilePurpose purpose) {
    return list.fileName()
        + "-"
        + asOf
        + "-"
        + purpose.word()
        + "."
        + list.target().format().extension();
  }

  /** The neutral name that the audience has on its platform. */
  String audience() {
    return audience(list.fileName(), asOf);
  }

  static String audience(String group, LocalDate asOf) {
    return "dangol-" + group + "-" + asOf.format(DateTimeFormatter.BASIC_ISO_DATE);
  }
}
