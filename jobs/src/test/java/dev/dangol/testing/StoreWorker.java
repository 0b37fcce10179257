package dev.dangol.testing;

import dev.dangol.problem.Problem;
import dev.dangol.store.Lease;
import dev.dangol.store.LeaseHolder;
import dev.dangol.store.StoreFolder;
import dev.dangol.store.log.LogStores;
import io.delta.kernel.defaults.internal.logstore.LogStoreProvider;
import io.delta.storage.LogStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/**
 * Process of its own that writes to a store, as it is told line by line. To "take" it answers
 * "held" or a Problem's exit code, to "release" "free", to "commit 40" the versions that it made.
 */
public final class StoreWorker implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;

  /** Starts a process for a folder of a store. */
  public StoreWorker(TestStore store, String folder) throws IOException {
    List<String> command = new ArrayList<>(List.of("java", "-Xmx200m", "-XX:TieredStopAtLevel=1"));
    command.add("-Dlog4j2.configurationFile=" + Path.of("conf/log4j2.properties").toAbsolutePath());
    command.add("-Ddangol.log=target/store-worker.log");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(StoreWorker.class.getName(), folder));
    store.settings().forEach((key, value) -> command.add(key + "=" + value));
    this.process =
        new ProcessBuilder(command)
            .redirectError(
                ProcessBuilder.Redirect.appendTo(Path.of("target/store-worker.err").toFile()))
            .start();
    this.answers = lines(process.getInputStream());
  }

  /** Asks for something; the answer is waited for with {@link #answer}. */
  public void ask(String request) throws IOException {
    process.getOutputStream().write((request + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  public String answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the process ended: see target/store-worker.err");
    }
    return line;
  }

  /** Ends the process at once, whatever it does. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  private static BufferedReader lines(java.io.InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /** Does what its input says, until that ends. */
  public static void main(String[] arguments) throws IOException {
    Configuration conf = new Configuration();
    Stream.of(arguments)
        .skip(1)
        .map(setting -> setting.split("=", 2))
        .forEach(setting -> conf.set(setting[0], setting[1]));
    StoreFolder warehouse = new StoreFolder(conf, arguments[0]);
    Lease held = null;
    BufferedReader requests = lines(System.in);
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      if (line.equals("take")) {
        held = take(warehouse);
      } else if (line.equals("release")) {
        held.close();
        System.out.println("free");
      } else {
        System.out.println(commits(conf, warehouse, Integer.parseInt(line.replace("commit ", ""))));
      }
    }
  }

  private static Lease take(StoreFolder warehouse) {
    long process = ProcessHandle.current().pid();
    try {
      Lease held =
          Lease.take(
              warehouse,
              new LeaseHolder(
                  "run-" + process,
                  "here",
                  process,
                  other -> ProcessHandle.of(other).map(ProcessHandle::isAlive).orElse(false)));
      System.out.println("held");
      return held;
    } catch (Problem busy) {
      System.out.println(busy.exitCode() + " " + busy.getMessage());
      return null;
    }
  }

  /** The versions that this process made, each the first that it found free. */
  private static String commits(Configuration conf, StoreFolder warehouse, int count)
      throws IOException {
    org.apache.hadoop.fs.Path log = new org.apache.hadoop.fs.Path(warehouse.path(), "_delta_log");
    warehouse.in("_delta_log").make();
    LogStore store =
        LogStoreProvider.getLogStore(LogStores.configure(conf), log.toUri().getScheme());
    List<String> made = new ArrayList<>();
    for (int version = 0; made.size() < count; version++) {
      String action = "{\"process\":" + ProcessHandle.current().pid() + ",\"v\":" + version + "}";
      try {
        store.write(
            new org.apache.hadoop.fs.Path(log, String.format("%020d.json", version)),
            List.of(action).iterator(),
            false,
            conf);
        made.add(String.valueOf(version));
      } catch (FileAlreadyExistsException taken) {
        // Another process has made this version: the next one is tried.
      }
    }
    return String.join(" ", made);
  }
}
