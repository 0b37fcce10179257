package dev.dangol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * Writes the module openings that Spark needs on JDK 17 as an argument file for {@code java @file}.
 * Each option has a line of its own, and the openings are those of this version of Spark. The build
 * runs it once, for the launcher and for the tests.
 */
public final class ModuleOptions {
  // Java greets every user of this module with a warning, and Spark does without it.
  private static final String INCUBATOR = "--add-modules=jdk.incubator.vector";

  private ModuleOptions() {}

  public static void main(String[] arguments) throws IOException {
    List<String> options =
        Stream.of(JavaModuleOptions.defaultModuleOptions().split(" "))
            .filter(option -> !option.equals(INCUBATOR))
            .toList();
    Files.writeString(Path.of(arguments[0]), String.join("\n", options) + "\n");
  }
}
