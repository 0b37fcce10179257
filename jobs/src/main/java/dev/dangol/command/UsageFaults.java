package dev.dangol.command;

import java.io.PrintWriter;
import picocli.CommandLine;

/** Says in a few words what is wrong with a command line, and where its options are listed. */
public final class UsageFaults implements CommandLine.IParameterExceptionHandler {
  @Override
  public int handleParseException(CommandLine.ParameterException fault, String[] arguments) {
    CommandLine command = fault.getCommandLine();
    PrintWriter out = command.getErr();
    out.println(fault.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(fault, out);
    out.println(command.getCommandSpec().qualifiedName() + " --help lists what can be written.");
    return ExitCodes.WRONG_USAGE;
  }
}
