package dev.dangol;

import java.util.Optional;

/** The version of this software, as its jar says. */
final class Version {
  private Version() {}

  static String current() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
