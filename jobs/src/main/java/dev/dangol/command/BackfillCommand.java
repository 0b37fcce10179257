package dev.dangol.command;

import dev.dangol.problem.BadSetting;
import dev.dangol.table.AsOf;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Backfill of past days, one after another. */
@Command(
    description =
        "Runs every job for each of several days, oldest first, skipping days that are complete.")
public final class BackfillCommand extends DangolCommand {
  private static final Pattern STEP = Pattern.compile("(\\d{1,4}) *(day|week|month|year)s?");

  @Option(
      names = "--from",
      required = true,
      paramLabel = "YYYY-MM-DD",
      description = "The first day to describe.")
  private LocalDate from;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "YYYY-MM-DD",
      description = "The last day that may be described.")
  private LocalDate to;

  @Option(
      names = "--every",
      paramLabel = "STEP",
      arity = "1..2",
      description = "From one day to the next, such as 1 day, 2 weeks or 1 month (the default).")
  private List<String> every = new ArrayList<>();

  @Override
  int work() {
    List<LocalDate> days = days(from, to, every.isEmpty() ? "1 month" : String.join(" ", every));
    return PipelineCommand.of(
        this,
        pipeline -> {
          List<AsOf> described = days.stream().map(day -> pipeline.describing(day).run()).toList();
          return described.get(described.size() - 1);
        });
  }

  /**
   * The days from the first on, in steps, none after the last. Steps are counted from the first
   * day, so that months which are too short do not shorten those after them.
   */
  static List<LocalDate> days(LocalDate from, LocalDate to, String every) {
    if (to.isBefore(from)) {
      throw new BadSetting("--to " + to + " is before --from " + from + ". Name the older first.");
    }
    Period step = step(every);
    List<LocalDate> days = new ArrayList<>();
    for (int n = 0; !from.plus(step.multipliedBy(n)).isAfter(to); n++) {
      days.add(from.plus(step.multipliedBy(n)));
    }
    return days;
  }

  private static Period step(String every) {
    Matcher parts = STEP.matcher(every.strip().toLowerCase(Locale.ROOT));
    int count = parts.matches() ? Integer.parseInt(parts.group(1)) : 0;
    if (count == 0) {
      throw new BadSetting(
          "--every " + every + " is no step; write one such as 1 day, 2 weeks or 1 month.");
    }
    return switch (parts.group(2)) {
      case "day" -> Period.ofDays(count);
      case "week" -> Period.ofWeeks(count);
      case "month" -> Period.ofMonths(count);
      default -> Period.ofYears(count);
    };
  }
}
