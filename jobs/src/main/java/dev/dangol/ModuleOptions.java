package dev.dangol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * Writes the module openings that this version of Spark needs on JDK 17, one option a line, as an
 * argument file for {@code java @file}. The build runs it once, for the launcher and for the tests.
 */
public final class ModuleOptions {
  private ModuleOptions() {}

  public static void main(String[] arguments) throws IOException {
    String options = JavaModuleOptions.defaultModuleOptions();
    Files.writeString(Path.of(arguments[0]), String.join("\n", options.split(" ")) + "\n");
  }
}
