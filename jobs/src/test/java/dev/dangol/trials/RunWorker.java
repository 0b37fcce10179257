package dev.dangol.trials;

import dev.dangol.CommandOutput;
import dev.dangol.store.SparkSessions;
import dev.dangol.testing.CrashingFiles;
import dev.dangol.testing.CrashingFiles.Harm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * Process of its own, warm from one command to the next, that runs commands of Dangol as it is told
 * line by line. The words of a line have tabs between them; so have the exit code, the last line
 * that was said to a person, and the lines of the results in its answer. The words "harm KIND N"
 * let the file system do harm at the N-th operation from then on, and answer how many operations
 * there were since.
 */
public final class RunWorker implements AutoCloseable {
  private static final String TAB = "\t";
  private static final String LOCAL = "local[2]";

  private final Process process;
  private final BufferedReader answers;

  /** Starts a process that reaches its store by these settings of Hadoop. */
  public RunWorker(Map<String, String> settings) throws IOException {
    List<String> command = new ArrayList<>(List.of("java", "@target/spark.modules", "-Xmx1200m"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=256m"));
    command.addAll(List.of("-XX:+UseParallelGC", "-Duser.timezone=UTC"));
    command.add("-Dlog4j2.configurationFile=" + Path.of("conf/log4j2.properties").toAbsolutePath());
    command.add("-Ddangol.log=target/trials.log");
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-XX:SharedArchiveFile"))
        .forEach(command::add);
    settings.forEach((key, value) -> command.add("-Dspark.hadoop." + key + "=" + value));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(RunWorker.class.getName());
    this.process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(Path.of("target/trials.err").toFile()))
            .start();
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Asks for something; the answer is waited for with {@link #answer}. */
  void ask(String... words) throws IOException {
    String line = String.join(TAB, words) + "\n";
    process.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  Answer answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the process ended: see target/trials.err");
    }
    String[] parts = line.split(TAB, -1);
    List<String> results = List.of(parts).subList(2, parts.length);
    return new Answer(Integer.parseInt(parts[0]), parts[1], results);
  }

  /** Asks and waits. */
  Answer does(String... words) throws IOException {
    ask(words);
    return answer();
  }

  /** Operations on files since the file system was last told to do harm. */
  int harm(Harm kind, long after) throws IOException {
    return does("harm", kind.name(), String.valueOf(after)).code();
  }

  /** Ends the process at once, whatever it does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long number() {
    return process.pid();
  }

  @Override
  public void close() {
    kill();
  }

  /** Answer of a worker: an exit code, a sentence and the lines of the results. */
  record Answer(int code, String said, List<String> results) {}

  /** Does what its input says, until that ends. */
  public static void main(String[] arguments) throws IOException {
    start();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      out.println(answer(line.split(TAB, -1)));
    }
  }

  private static void start() {
    SparkSessions.settings(SparkSession.builder().master(LOCAL), new SparkConf().setMaster(LOCAL))
        .appName("dangol-trials")
        .config("spark.ui.enabled", false)
        .config("spark.sql.codegen.wholeStage", false)
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .config("spark.sql.adaptive.enabled", false)
        .config("spark.sql.shuffle.partitions", 1)
        .config("spark.default.parallelism", 2)
        .config("spark.sql.warehouse.dir", "target/spark-warehouse")
        .getOrCreate();
  }

  private static String answer(String[] words) {
    if (words[0].equals("harm")) {
      long operations =
          CrashingFiles.harm(
              SparkSession.getDefaultSession().get(),
              Harm.valueOf(words[1]),
              Long.parseLong(words[2]));
      return operations + TAB + TAB;
    }
    CommandOutput output = CommandOutput.by(words);
    return output.code() + TAB + last(output.err().lines()) + TAB + all(output.out().lines());
  }

  private static String last(Stream<String> lines) {
    return lines.filter(line -> !line.isBlank()).reduce((a, b) -> b).orElse("").replace(TAB, " ");
  }

  private static String all(Stream<String> lines) {
    return lines.map(line -> line.replace(TAB, " ")).collect(Collectors.joining(TAB));
  }
}
