package dev.dangol;

import dev.dangol.command.BackfillCommand;
import dev.dangol.command.CheckCommand;
import dev.dangol.command.CustomerCommand;
import dev.dangol.command.DemoCommand;
import dev.dangol.command.ExitCodes;
import dev.dangol.command.ExportCommand;
import dev.dangol.command.FilesCommand;
import dev.dangol.command.ForgetCommand;
import dev.dangol.command.IngestCommand;
import dev.dangol.command.JobCommand;
import dev.dangol.command.MaintainCommand;
import dev.dangol.command.ReportCommand;
import dev.dangol.command.RunCommand;
import dev.dangol.command.RunsCommand;
import dev.dangol.command.SampleCommand;
import dev.dangol.command.SoftwareVersion;
import dev.dangol.command.SqlCommand;
import dev.dangol.command.TablesCommand;
import dev.dangol.command.UsageFaults;
import dev.dangol.job.Job;
import dev.dangol.job.ReportJob;
import dev.dangol.job.export.ExportJob;
import dev.dangol.job.run.Jobs;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Finds a business's ideal customers in its own records: the command line. */
@Command(
    name = "dangol",
    description = "Finds a business's ideal customers in its own records.",
    mixinStandardHelpOptions = true,
    versionProvider = Dangol.VersionProvider.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 done, or nothing to do; 1 unexpected failure; 2 wrong usage or",
      "configuration; 3 source data breaks its contract, nothing published; 4 an input",
      "is missing or not complete yet; 5 another run holds the warehouse."
    })
public final class Dangol implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /**
   * Runs one command. Returns on success, as a driver on a cluster should; ends the process with
   * the exit code otherwise.
   */
  public static void main(String[] arguments) {
    int code = commandLine().execute(arguments);
    if (code != ExitCodes.DONE) {
      System.exit(code);
    }
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Dangol());
    line.addSubcommand("demo", new DemoCommand());
    line.addSubcommand("run", new RunCommand());
    line.addSubcommand("ingest", new IngestCommand());
    for (Job job : Jobs.AFTER_INGEST) {
      if (job.name().equals(ExportJob.NAME)) {
        line.addSubcommand(ExportJob.NAME, new ExportCommand());
      } else if (job.name().equals(ReportJob.NAME)) {
        line.addSubcommand(ReportJob.NAME, new ReportCommand());
      } else {
        line.addSubcommand(job.name(), describe(new JobCommand(job), job.name()));
      }
    }
    line.addSubcommand("backfill", new BackfillCommand());
    line.addSubcommand("check", new CheckCommand());
    line.addSubcommand("forget", new ForgetCommand());
    line.addSubcommand("maintain", new MaintainCommand());
    line.addSubcommand("customer", new CustomerCommand());
    line.addSubcommand("runs", new RunsCommand());
    line.addSubcommand("sample", new SampleCommand());
    line.addSubcommand("sql", new SqlCommand());
    line.addSubcommand("tables", new TablesCommand());
    line.addSubcommand("files", new FilesCommand());
    line.getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
    line.setExecutionExceptionHandler(new ExitCodes(System.err));
    line.setParameterExceptionHandler(new UsageFaults());
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    return line;
  }

  private static CommandLine describe(JobCommand command, String job) {
    CommandLine line = new CommandLine(command);
    line.getCommandSpec().usageMessage().description("Runs the job " + job + " alone.");
    return line;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Name a command, such as dangol demo.");
  }

  /** The version for {@code --version}. */
  static final class VersionProvider implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"dangol " + SoftwareVersion.current()};
    }
  }
}
