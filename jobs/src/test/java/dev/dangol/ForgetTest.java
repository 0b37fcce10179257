package dev.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dangol.testing.DiskScan;
import dev.dangol.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Erasure of a customer from every table, the history and the quarantine of a small business. They
 * are forgotten, forgotten again, and the business is run again on the same files. Each step is
 * taken once.
 */
@ExtendWith(SparkExtension.class)
class ForgetTest {
  private static final String AS_OF = "--as-of=2025-03-31";
  private static final String ID = "vega-7731";
  private static final List<String> MARKERS =
      List.of(ID, "orla@vegasdottir.example", "5550-7731", "55507731", "Orla Vegasdottir");

  /**
   * Rows of others that name them: of the company they are, of the segment they were typical of.
   */
  private static final Pattern NAMING = Pattern.compile("clean_customers,c2,|segments,");

  private static final String SOURCES =
      """
      reviews {
        format = json, path = "%1$s/reviews"
        columns { customer_id = who, reviewed_at = at, rating = stars, text = words }
      }
      customers {
        format = csv, path = "%1$s/customers", options { header = true }
        columns { customer_id = who, name = name, email = mail, phone = phone, company_id = firm }
      }
      referrals {
        format = csv, path = "%1$s/referrals", options { header = true }
        columns { referrer_id = giver, referred_id = taker, referred_at = at }
      }
      """;

  @TempDir private static Path folder;
  private static TinyShop shop;
  private static DiskScan warehouse;
  private static List<String> rowsBefore;
  private static List<String> foundBefore;
  private static List<String> hashes;
  private static CommandOutput tried;
  private static CommandOutput forgotten;
  private static List<String> foundAfter;
  private static List<String> rowsAfter;
  private static List<String> suppressed;
  private static CommandOutput again;
  private static CommandOutput rerun;

  @BeforeAll
  static void forget(SparkSession spark) {
    shop = open();
    warehouse = new DiskScan(folder.resolve("warehouse"));
    done("run", AS_OF);
    // Old versions, and an earlier day, hold them as well.
    done("ingest", "--as-of=2025-03-01");
    rowsBefore = rows();
    foundBefore = warehouse.filesWith(MARKERS);
    String untouched = warehouse.hash();
    tried = shop.dangol("forget", "--customers", folder + "/gone.txt", "--dry-run");
    hashes = List.of(untouched, warehouse.hash());
    String[] summed = {"--summary-file", folder + "/summary.json"};
    forgotten = shop.dangol("forget", "--customers", folder + "/gone.txt", summed[0], summed[1]);
    foundAfter = warehouse.filesWith(MARKERS);
    rowsAfter = rows();
    suppressed =
        shop.rows(
            "SELECT as_of, count(*), count(channel), count(DISTINCT since),"
                + " (SELECT count(*) FROM erasures) FROM suppressions WHERE reason = 'erased'"
                + " GROUP BY as_of");
    again = shop.dangol("forget", "--customers", folder + "/gone.txt");
    rerun = shop.dangol("ingest", AS_OF, "--force");
  }

  private static void done(String command, String asOf) {
    CommandOutput output = shop.dangol(command, asOf);
    assertThat(output.code()).as(output.err()).isZero();
  }

  private static TinyShop open() {
    TinyShop shop = new TinyShop(folder);
    List<String> lines =
        Stream.concat(
                TinyShop.purchases().stream(),
                Stream.of(
                    ID + ",2025-01-05,700,v1,1,",
                    ID + ",2025-02-05,300,v2,1,",
                    ID + ",2025-02-31,300,v3,1,"))
            .toList();
    shop.purchases("all.csv", lines);
    shop.write(
        "reviews/all.json",
        """
        {"who":"c1","at":"2025-02-02T10:00:00+09:00","stars":2,"words":"late again"}
        {"who":"vega-7731","at":"2025-02-03T10:00:00+09:00","stars":4,"words":"fine"}
        {"who":"c3","at":"2025-02-03T10:0
        {"who":"vega-7731","at":"2025-02-0
        """);
    shop.write(
        "customers/all.csv",
        """
        who,name,mail,phone,firm
        vega-7731,Orla Vegasdottir,orla@vegasdottir.example,+82 10-5550-7731,
        c1,Somebody Else,c1@shop.example,+82 10-1111-2222,
        c2,Her Clerk,c2@shop.example,+82 10-1111-3333,vega-7731
        """);
    shop.write(
        "referrals/all.csv",
        """
        giver,taker,at,note
        vega-7731,c1,2025-01-10,
        c2,vega-7731,2025-01-02,
        c2,c3,2025-01-03,
        c4,c5,never,ask Orla@Vegasdottir.example
        c4,c6,never,call 010-5550-7731
        c4,c7,never,
        c5,c6,2025-01-03,
        c6,c7,2025-01-04,
        c6,c0,2025-01-05,
        """);
    shop.write("gone.txt", "\uFEFF# asked on Monday\n\n " + ID + " \nnobody-1\nnobody-2\n");
    shop.configure(SOURCES.formatted(folder));
    return shop;
  }

  private static List<String> rows() {
    return shop.rowsOf(table -> !table.matches("runs|erasures|suppressions|landed_.*"));
  }

  @Test
  void no_byte_of_him_is_left_under_the_warehouse_nor_on_the_page() throws IOException {
    assertThat(foundBefore)
        .anyMatch(found -> found.startsWith("quarantine/"))
        .anyMatch(found -> found.startsWith("customer_contacts/"))
        .anyMatch(found -> found.startsWith("clean_referrals/"))
        .anyMatch(found -> found.startsWith("scorecard_reasons/"));
    assertThat(forgotten.code()).as(forgotten.err()).isZero();
    assertThat(foundAfter).isEmpty();
    assertThat(Files.readString(folder.resolve("report/index.html"))).doesNotContain(MARKERS);
    assertThat(forgotten.out() + forgotten.err()).doesNotContain(MARKERS);
  }

  @Test
  void rows_of_others_are_what_they_were_but_for_his_name_in_them() {
    List<String> others =
        rowsBefore.stream()
            .map(row -> NAMING.matcher(row).lookingAt() ? row.replace(ID, "") : row)
            .filter(row -> MARKERS.stream().noneMatch(row::contains))
            .filter(row -> !row.contains("Orla@"))
            .toList();
    assertThat(rowsBefore).hasSizeGreaterThan(others.size() + 20);
    assertThat(rowsAfter).containsExactlyElementsOf(others);
  }

  /** Three ids, an address and a number are remembered. */
  @Test
  void whoever_was_erased_is_left_alone_at_once() {
    assertThat(suppressed).containsExactly("2025-03-31,5,0,1,5");
  }

  @Test
  void a_dry_run_counts_and_changes_nothing() {
    assertThat(tried.code()).as(tried.err()).isZero();
    assertThat(hashes.get(1)).isEqualTo(hashes.get(0));
    assertThat(tried.out()).contains("nothing was changed").doesNotContain(MARKERS);
    assertThat(tried.lines()).anyMatch(line -> line.matches("clean_purchases +2 rows"));
    assertThat(tried.lines()).anyMatch(line -> line.matches("clean_referrals +2 rows"));
  }

  @Test
  void the_receipt_counts_rows_and_names_nobody() throws IOException {
    JsonNode receipt;
    try (Stream<Path> receipts = Files.list(folder.resolve("warehouse/receipts"))) {
      Path first =
          receipts.filter(file -> file.toString().endsWith(".json")).sorted().findFirst().get();
      receipt = new ObjectMapper().readTree(first.toFile());
    }
    assertThat(receipt.get("customers_given").asInt()).isEqualTo(3);
    assertThat(receipt.get("not_in_the_warehouse").asInt()).isEqualTo(2);
    assertThat(forgotten.err()).contains("2 of 3 are not in the warehouse", "no one can look back");
    JsonNode rows = receipt.get("rows_deleted");
    assertThat(
            Stream.of("clean_purchases", "clean_reviews", "clean_referrals", "customer_contacts"))
        .extracting(table -> rows.get(table).asInt())
        .containsExactly(2, 1, 2, 1);
    // Two days of their broken purchase, their half review, and a note with their phone.
    assertThat(rows.get("quarantine").asInt()).isEqualTo(6);
    assertThat(receipt.get("cells_emptied").get("clean_customers").asInt()).isEqualTo(1);
    assertThat(receipt.get("files_removed").get("clean_purchases").asInt()).isPositive();
    JsonNode summary = new ObjectMapper().readTree(folder.resolve("summary.json").toFile());
    assertThat(summary.get("exit_code").asInt()).isZero();
    assertThat(summary.get("jobs").get(0).get("counts").get("clean_reviews.erased").asInt())
        .isEqualTo(1);
  }

  @Test
  void a_warehouse_without_tables_is_refused_and_left_alone() {
    CommandOutput none =
        shop.dangol("forget", "--customers", folder + "/gone.txt", "--warehouse", folder + "/none");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("has no tables");
    assertThat(folder.resolve("none")).doesNotExist();
    CommandOutput nobody = shop.dangol("forget", "--customers", folder + "/missing.txt");
    assertThat(nobody.code()).isEqualTo(4);
  }

  @Test
  void the_same_again_is_harmless() {
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out()).contains("0 rows in 0 tables and 0 old files");
    assertThat(again.err()).contains("3 of 3 are not in the warehouse");
  }

  @Test
  void reading_everything_again_does_not_bring_him_back() {
    assertThat(rerun.code()).as(rerun.err()).isZero();
    assertThat(rerun.err()).doesNotContain("nothing to do");
    assertThat(warehouse.filesWith(MARKERS.subList(0, 1))).isEmpty();
    assertThat(
            shop.rows(
                "SELECT counts['purchases.read'], counts['purchases.used'],"
                    + " counts['purchases.quarantined'], counts['purchases.duplicate'],"
                    + " counts['purchases.erased'], counts['reviews.erased'],"
                    + " counts['customers.erased'], counts['referrals.erased']"
                    + " FROM runs WHERE job = 'ingest' ORDER BY started DESC LIMIT 1"))
        .containsExactly("34,30,3,1,3,2,1,2");
    assertThat(shop.rows("SELECT company_id FROM clean_customers WHERE customer_id = 'c2'"))
        .containsExactly("");
  }
}
