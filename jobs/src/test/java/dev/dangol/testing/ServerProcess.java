package dev.dangol.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Server that tests start, as a process with libraries of its own: Maven resolves them by a file in
 * jobs/src/test/servers the first time. It runs until the tests end.
 */
final class ServerProcess {
  private static final Path SERVERS = Path.of("jobs/src/test/servers");
  private static final Path TARGET = Path.of("target");
  private static final String READY = "ready ";
  private static final Map<String, String> RUNNING = new TreeMap<>();

  private ServerProcess() {}

  /**
   * The address of a server, which is started where it does not run yet.
   *
   * @param libraries the name of the file that lists its libraries
   * @param main the name of its program
   */
  static synchronized String address(String libraries, String main) {
    return RUNNING.computeIfAbsent(main, name -> start(libraries, name));
  }

  /** The folder that a server keeps its files in. */
  static Path folder(String main) {
    return TARGET.resolve("servers").resolve(main + "-" + ProcessHandle.current().pid());
  }

  private static String start(String libraries, String main) {
    try {
      Files.createDirectories(folder(main));
      Process server =
          new ProcessBuilder(
                  "java",
                  "-Xmx400m",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  classPath(libraries),
                  SERVERS.resolve(main + ".java").toString(),
                  folder(main).toAbsolutePath().toString())
              .redirectError(TARGET.resolve(main + ".log").toFile())
              .start();
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
      String line = lines.readLine();
      while (line != null && !line.startsWith(READY)) {
        line = lines.readLine();
      }
      if (line == null) {
        throw new IllegalStateException(main + " did not start: see target/" + main + ".log");
      }
      return line.substring(READY.length());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String classPath(String libraries) throws IOException {
    Path pom = SERVERS.resolve(libraries + ".xml");
    Path known = TARGET.resolve(libraries + ".classpath");
    if (!Files.exists(known)
        || Files.getLastModifiedTime(known).compareTo(Files.getLastModifiedTime(pom)) < 0) {
      Path made = TARGET.resolve(known.getFileName() + "." + ProcessHandle.current().pid());
      resolve(pom, made);
      Files.move(made, known, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(known).strip();
  }

  private static void resolve(Path pom, Path output) throws IOException {
    Path log = TARGET.resolve(output.getFileName() + ".log");
    Process maven =
        new ProcessBuilder(
                List.of(
                    "mvn",
                    "-B",
                    "-f",
                    pom.toString(),
                    "dependency:build-classpath",
                    "-Dmdep.outputFile=" + output.toAbsolutePath()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (ended(maven) != 0) {
      throw new IllegalStateException("the libraries of " + pom + " are not to be had: see " + log);
    }
  }

  private static int ended(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
