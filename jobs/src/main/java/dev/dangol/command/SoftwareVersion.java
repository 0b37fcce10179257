package dev.dangol.command;

import java.util.Optional;

/** The version of this software, as its jar says. */
public final class SoftwareVersion {
  private SoftwareVersion() {}

  public static String current() {
    return Optional.ofNullable(SoftwareVersion.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
