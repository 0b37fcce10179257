package dev.dangol.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

/** Commands of the processes that a step starts, by Java's flight recorder. */
public final class StartedProcesses {
  private StartedProcesses() {}

  /** Step that touches files. */
  public interface FileStep {
    void run() throws IOException;
  }

  public static List<String> of(FileStep step) throws IOException {
    Path told = Files.createTempFile("processes", ".jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ProcessStart");
      recording.start();
      step.run();
      recording.stop();
      recording.dump(told);
      return RecordingFile.readAllEvents(told).stream()
          .map(event -> event.getString("command"))
          .toList();
    } finally {
      Files.delete(told);
    }
  }
}
