package dev.dangol;

import java.util.Optional;

/** The version of this software, as its jar says. */
final class SoftwareVersion {
  private SoftwareVersion() {}

  static String current() {
    return Optional.ofNullable(SoftwareVersion.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
