package dev.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.Table;
import dev.dangol.table.results.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A business small enough to count by hand, in a folder of its own. */
public final class TinyShop {
  static final String HEADER = "who,at,paid,order,line,arrived";

  private static final String CONF =
      """
      dangol {
        time-zone = "Asia/Seoul"
        currency = KRW
        warehouse.path = "%1$s/warehouse"
        report.directory = "%1$s/report"
        quality.max-rejected-share = 0.5
        proof.enabled = false
        sources {
          purchases {
            format = csv, path = "%1$s/purchases", options { header = true }
            columns {
              customer_id = who, purchased_at = at, net_amount = paid
              order_id = order, line_id = line, arrived_at = arrived
            }
          }
          %2$s
        }
      }
      """;
  private static final String REVIEWS =
      """
      reviews {
            format = json, path = "%s/reviews"
            columns { customer_id = who, reviewed_at = at, rating = stars, text = words }
          }
      """;

  private final Path folder;

  TinyShop(Path folder) {
    this.folder = folder;
  }

  /** A shop with these purchases and nothing else. */
  static TinyShop selling(Path folder, List<String> purchases) {
    TinyShop shop = new TinyShop(folder);
    shop.configure("");
    shop.purchases("all.csv", purchases);
    return shop;
  }

  /** Purchases and reviews as written below. */
  public static TinyShop open(Path folder) {
    TinyShop shop = new TinyShop(folder);
    shop.purchases("all.csv", purchases());
    shop.write(
        "reviews/all.json",
        """
        {"who":"큰손 🍀","at":"2025-02-01T10:00:00+09:00","stars":5,"words":"정말 좋아요 😍"}
        {"who":"c1","at":"2025-02-02T10:00:00+09:00","stars":2,"words":"late again"}
        {"who":"c2","at":"2025-02-03T10:00:00+09:00","stars":9,"words":"off the scale"}
        {"who":"c3","at":"2025-02-03T10:0
        """);
    shop.configure(REVIEWS.formatted(folder));
    return shop;
  }

  /** 30 good lines, of which 큰손 has 10; one of them repeated; three that are broken. */
  static List<String> purchases() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      lines.add("큰손 🍀,2025-0" + (1 + i / 4) + "-1" + i % 4 + " 23:30:00,5000,b" + i + ",1,");
    }
    for (int i = 0; i < 20; i++) {
      lines.add(
          "c" + i % 8 + ",2025-0" + (1 + i / 8) + "-2" + i % 8 + ",100." + i + ",o" + i + ",1,");
    }
    lines.add(lines.get(0));
    lines.add("c1,2025-02-30,10,x1,1,");
    lines.add(",2025-02-20,10,x2,1,");
    lines.add("c1,2025-02-20,NaN,x3,1,");
    return lines;
  }

  public void configure(String otherSources) {
    write("shop.conf", CONF.formatted(folder, otherSources));
  }

  public void purchases(String file, List<String> lines) {
    write("purchases/" + file, HEADER + "\n" + String.join("\n", lines) + "\n");
  }

  public void write(String file, String text) {
    try {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), text);
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  public CommandOutput dangol(String command, String... others) {
    String[] start = {command, "--config", folder.resolve("shop.conf").toString()};
    return CommandOutput.by(
        Stream.concat(Stream.of(start), Stream.of(others)).toArray(String[]::new));
  }

  /** Runs a command that must succeed. */
  void succeeds(String command, String... others) {
    CommandOutput output = dangol(command, others);
    assertThat(output.code()).as(command + " " + output.err()).isZero();
  }

  /** Every job up to the predicted values of a day, with a margin of 0.3; all must succeed. */
  void valued(String asOf) {
    for (String job : List.of("ingest", "features", "value")) {
      succeeds(job, asOf, "--set", "value.margin=0.3");
    }
  }

  /** The rows of an answer, without the line of names. */
  public List<String> rows(String query) {
    return dangol("sql", "--format", "csv", query).out().lines().skip(1).toList();
  }

  /** Every row of every such table, sorted. */
  public List<String> rowsOf(Predicate<String> tables) {
    String queries =
        Tables.all(List.of(30, 90, 365), List.of(30, 90, 365)).stream()
            .map(Table::name)
            .filter(tables)
            .map(name -> "SELECT '" + name + "', * FROM " + name)
            .collect(Collectors.joining(";"));
    return dangol("sql", "--format", "csv", queries).sortedLines();
  }

  Path folder() {
    return folder;
  }
}
