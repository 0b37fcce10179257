package dev.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.config.hocon.ConfigLayers;
import dev.dangol.table.Table;
import dev.dangol.table.results.Tables;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Contract with users: settings as the documentation writes them, and the README's lists. */
class ContractTest {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Set<String> STANDARD_OPTIONS = Set.of("--help", "--version");

  @Test
  void a_configuration_with_every_section_loads() throws URISyntaxException {
    Path file = Path.of(ContractTest.class.getResource("every-section.conf").toURI());

    Settings settings =
        SettingsReader.read(new ConfigLayers(Optional.of(file), Map.of(), List.of()));

    assertThat(settings.sources().keySet())
        .containsExactly(
            "purchases",
            "reviews",
            "engagement",
            "referrals",
            "customers",
            "messages",
            "support",
            "surveys",
            "loyalty",
            "costs");
    assertThat(settings.cohorts()).containsOnlyKeys("market", "target", "ideal", "advocates");
    assertThat(settings.sources().get("reviews").inputs()).containsOnlyKeys("orders", "scores");
  }

  @Test
  void the_readme_lists_every_command() throws IOException {
    Set<String> listed =
        firstCells("command").stream()
            .map(cell -> cell.split("[ \"]", 2)[0])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(Dangol.commandLine().getSubcommands().keySet());
  }

  @Test
  void help_names_every_command_with_a_sentence() {
    CommandLine line = Dangol.commandLine();
    String help = line.getUsageMessage(CommandLine.Help.Ansi.OFF);
    line.getSubcommands()
        .forEach((name, command) -> assertThat(help).containsPattern("(?m)^  " + name + " +\\S"));
  }

  @Test
  void the_readme_lists_the_options_of_every_command() throws IOException {
    Set<String> listed =
        firstCells("option of every command").stream()
            .map(cell -> cell.split(" ", 2)[0])
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> common = null;
    for (CommandLine command : Dangol.commandLine().getSubcommands().values()) {
      Set<String> names =
          command.getCommandSpec().options().stream()
              .map(OptionSpec::longestName)
              .collect(Collectors.toCollection(TreeSet::new));
      if (common == null) {
        common = names;
      }
      common.retainAll(names);
    }
    common.removeAll(STANDARD_OPTIONS);
    assertThat(listed).isEqualTo(common);
  }

  @Test
  void the_readme_lists_every_table() throws IOException {
    Set<String> listed = new TreeSet<>(firstCells("table"));
    Set<String> tables =
        Tables.all(List.of(), List.of()).stream()
            .map(Table::name)
            .filter(name -> !name.startsWith("clean_") && !name.startsWith("landed_"))
            .collect(Collectors.toCollection(TreeSet::new));
    listed.removeIf(name -> name.startsWith("clean_") || name.startsWith("landed_"));
    assertThat(listed).isEqualTo(tables);
  }

  /** All that is set as code in the first cells of the README's table with this first heading. */
  private static List<String> firstCells(String heading) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("README.md"));
    int top = lines.indexOf(lines.stream().filter(startsWith(heading)).findFirst().orElseThrow());
    return lines.stream()
        .skip(top + 2L)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split("\\|", 3)[1])
        .flatMap(cell -> CODE.matcher(cell).results().map((MatchResult found) -> found.group(1)))
        .toList();
  }

  private static java.util.function.Predicate<String> startsWith(String heading) {
    return line -> line.startsWith("| " + heading + " |");
  }
}
