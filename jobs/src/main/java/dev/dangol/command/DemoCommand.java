package dev.dangol.command;

import dev.dangol.config.Settings;
import dev.dangol.problem.BadSetting;
import dev.dangol.sample.files.SampleShop;
import dev.dangol.sample.people.SampleSize;
import dev.dangol.store.StoreFolder;
import dev.dangol.table.AsOf;
import dev.dangol.table.sources.Sources;
import java.nio.file.Path;
import picocli.CommandLine.Command;

/** A newcomer's first command. */
@Command(
    description =
        "Writes the sample if it is missing, runs everything on it with conf/demo.conf, and names"
            + " the page to open.")
public final class DemoCommand extends DangolCommand {
  private static final SampleSize SIZE = new SampleSize(5000, 42);

  @Override
  void prepare(CommandOptions given) {
    String home = System.getProperty("dangol.home", ".");
    given.orConfig(Path.of(home, "conf", "demo.conf"));
  }

  @Override
  int work() {
    return PipelineCommand.of(this, this::sampleAndRun);
  }

  private AsOf sampleAndRun(JobPipeline pipeline) {
    StoreFolder sample = pipeline.folder(parent(settings(options())));
    if (!isWhole(sample)) {
      SampleShop.write(pipeline.spark(), sample.path(), SIZE);
      pipeline
          .terminal()
          .line("sample    %,d customers written to %s", SIZE.customers(), sample.path());
    }
    return pipeline.run();
  }

  /** True where every folder was written to its end: a sample of an earlier version lacks some. */
  private static boolean isWhole(StoreFolder sample) {
    return SampleShop.folders().stream()
        .allMatch(folder -> sample.in(folder).names().contains("_SUCCESS"));
  }

  /** The folder that holds the sample: the one above the purchases that are configured. */
  private static String parent(Settings settings) {
    return settings.sources().get(Sources.PURCHASES.name()).inputs().values().stream()
        .flatMap(input -> input.paths().stream())
        .map(path -> new org.apache.hadoop.fs.Path(path).getParent())
        .findFirst()
        .orElseThrow(() -> new BadSetting("sources.purchases has no path: the demo needs one."))
        .toString();
  }
}
