package dev.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dangol.testing.DiskScan;
import dev.dangol.testing.EventTexts;
import dev.dangol.testing.SparkExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exports of a small business, written twice, a month later, and after a customer was forgotten:
 * one warehouse, each step taken once.
 */
@ExtendWith(SparkExtension.class)
class ExportRunTest {
  private static final String FEBRUARY = "2025-02-28";
  private static final String MARCH = "2025-03-31";
  @TempDir private static Path folder;
  private static TinyShop shop;
  private static Map<String, byte[]> first;
  private static Map<String, byte[]> second;
  private static CommandOutput explained;
  private static final EventTexts EVENTS = new EventTexts(ExportShop.MARKS);
  private static String removedInMarch;
  private static String addedInMarch;

  @BeforeAll
  static void run(SparkSession spark) throws IOException {
    shop = ExportShop.open(folder);
    ExportShop.customers(shop, "C1@Shop.example");
    spark.sparkContext().addSparkListener(EVENTS);
    shop.succeeds("run", "--as-of=" + FEBRUARY);
    first = files(FEBRUARY);
    shop.succeeds("export", "--as-of=" + FEBRUARY, "--force");
    second = files(FEBRUARY);
    explained = shop.dangol("export", "--explain", "c1");
    ExportShop.customers(shop, "c1-new@shop.example");
    shop.succeeds("run", "--as-of=" + MARCH, "--set", "cohorts.nobody.where=orders_lifetime > 2");
    removedInMarch = text(MARCH + "/ads/market-2025-03-31-removed.csv");
    addedInMarch = text(MARCH + "/ads/market-2025-03-31-added.csv");
  }

  @AfterAll
  static void leave(SparkSession spark) {
    spark.sparkContext().removeSparkListener(EVENTS);
  }

  @Test
  void files_appear_whole_in_folders_of_the_owner_alone_with_the_same_bytes_again()
      throws IOException {
    assertThat(first.keySet())
        .contains(
            "ads/market-2025-02-28-full.csv",
            "ads/market-2025-02-28-added.csv",
            "crm/market-2025-02-28-suppressed.csv",
            "vip/vip-2025-02-28-full.csv",
            "book/book-2025-02-28-full.xlsx",
            "ads/manifest.json")
        .noneMatch(name -> name.contains(".part") || name.contains(".sheet"));
    first.keySet().stream()
        .filter(name -> !name.endsWith("manifest.json"))
        .forEach(name -> assertThat(second.get(name)).as(name).isEqualTo(first.get(name)));
    Path ads = folder.resolve("exports/" + FEBRUARY + "/ads");
    assertThat(mode(ads)).isEqualTo("rwx------");
    assertThat(mode(ads.resolve("market-2025-02-28-full.csv"))).isEqualTo("rw-------");
  }

  @Test
  void who_is_in_a_list_is_in_its_file_or_counted_with_a_reason() throws IOException {
    JsonNode entry = json(february("ads/manifest.json")).path("files").get(0);
    assertThat(entry.path("kind").asText()).isEqualTo("full");
    assertThat(entry.path("in").asLong()).isEqualTo(59);
    assertThat(entry.path("out").asLong()).isEqualTo(46);
    assertThat(entry.path("held_back").toString())
        .isEqualTo(
            "{\"consent_too_old\":1,\"control_group\":6,\"minor\":1,\"no_consent\":4,\"withdrawn\":1}");
    assertThat(february("ads/market-2025-02-28-full.csv").lines()).hasSize(47);
    assertThat(
            shop.rows(
                "SELECT rows, held_back['minor'], expires_on FROM exports WHERE target = 'ads' AND"
                    + " kind = 'full' AND as_of = '2025-02-28' AND held_back IS NOT NULL LIMIT 1"))
        .containsExactly("46,1,2025-03-30");
    assertThat(
            json(february("crm/manifest.json")).path("files").get(0).path("held_back").toString())
        .contains("\"suppressed\":1");
  }

  @Test
  void a_list_that_is_too_small_is_not_measured_and_cohorts_know_attributes_and_effort() {
    String members = "SELECT customer_id FROM cohort_members WHERE cohort = ";
    assertThat(shop.rows(members + "'seoul'"))
        .hasSizeGreaterThan(54)
        .containsExactlyInAnyOrderElementsOf(
            shop.rows(members + "'market' AND customer_id RLIKE '^(c[1-6]|m[0-9]+)$'"));
    assertThat(shop.rows("SELECT measure, reason FROM not_measured WHERE job = 'export'"))
        .anyMatch(row -> row.startsWith("exports.book,") && row.contains("nobody"));
  }

  @Test
  void direct_identifiers_are_in_contacts_and_exported_files_alone(SparkSession spark)
      throws Exception {
    List<String> found = new DiskScan(folder).filesWith(ExportShop.MARKS);
    spark.sparkContext().listenerBus().waitUntilEmpty(60_000);

    assertThat(found).anyMatch(file -> file.startsWith("exports/"));
    assertThat(found).anyMatch(file -> file.startsWith("warehouse/customer_contacts/"));
    assertThat(found)
        .allMatch(file -> file.matches("(customers|exports|warehouse/customer_contacts)/.*"));
    assertThat(Files.exists(folder.resolve("report/index.html"))).isTrue();
    assertThat(shop.rows("SELECT raw FROM quarantine WHERE source = 'customers'")).hasSize(2);
    assertThat(EVENTS.seen()).isPositive();
    assertThat(EVENTS.found()).isEmpty();
  }

  @Test
  void who_changed_the_address_is_removed_with_the_old_one() throws IOException {
    String before = february("ads/market-2025-02-28-full.csv");
    assertThat(removedInMarch.lines()).hasSize(2).allMatch(before::contains);
    assertThat(addedInMarch.lines()).hasSize(2);
  }

  @Test
  void what_people_open_has_no_formulas_and_messages_have_their_variables() throws IOException {
    assertThat(february("vip/vip-2025-02-28-full.csv"))
        .startsWith("\uFEFFcustomer_id,name,phone,orders_lifetime,first_order_on\r\n")
        .contains("'+8210");
    assertThat(february("dealer/market-2025-02-28-full.csv"))
        .startsWith("수신번호,이름,쿠폰,메시지유형\n")
        .contains("01011112222,민지첫,10% 쿠폰,F\n");
  }

  @Test
  void a_changed_definition_is_told_from_changed_customers() {
    assertThat(
            shop.rows("SELECT changed FROM cohort_definitions WHERE cohort = 'nobody' ORDER BY 1"))
        .containsExactly("false", "true");
    assertThat(
            shop.rows(
                "SELECT as_of, cohort, kind, count(*) FROM cohort_moves WHERE cohort IN ('nobody',"
                    + " 'market') AND customer_id <> 'c1' GROUP BY ALL ORDER BY ALL"))
        .containsExactly(
            "2025-02-28,market,customer_changed,58", "2025-03-31,nobody,definition_changed,4");
  }

  @Test
  void one_customer_is_explained_and_several_are_not() {
    assertThat(explained.code()).as(explained.err()).isZero();
    assertThat(explained.out())
        .contains("ads market: in", "  Email: C1@Shop.example -> c1@shop.example -> ")
        .doesNotContain("c2@");
    assertThat(shop.rows("SELECT count(*) > 0 FROM runs WHERE job = 'export --explain'"))
        .containsExactly("true");
    assertThat(shop.dangol("export", "--explain", "c1,c2").code()).isEqualTo(2);
  }

  @Test
  void one_customer_is_shown_with_reasons_and_without_identifiers() throws IOException {
    JsonNode card = json(shop.dangol("customer", "m7", "--format", "json").out());

    assertThat(card.path("as_of").asText()).isEqualTo(MARCH);
    assertThat(card.path("tables").path("customer_fit").get(0).path("rank").asLong()).isPositive();
    assertThat(card.path("tables").path("scorecard_reasons")).isNotEmpty();
    assertThat(
            card.path("tables").path("customer_features").get(0).path("orders_lifetime").asLong())
        .isEqualTo(1);
    assertThat(ExportShop.MARKS).noneMatch(card.toString()::contains);
    assertThat(shop.dangol("customer", "m7", "--identify").out()).contains("mark-07@");
    CommandOutput nobody = shop.dangol("customer", "no one's \\ id");
    assertThat(nobody.code()).isEqualTo(2);
    assertThat(nobody.err()).contains("There is no customer no one's");
    assertThat(shop.dangol("runs").out()).contains("2025-03-31", "published");
  }

  @Test
  void forgetting_takes_people_out_of_files_and_writes_removals() throws IOException {
    shop.write("gone.txt", "c1\n");
    String row = addedInMarch.lines().skip(1).findFirst().orElseThrow();

    shop.succeeds("forget", "--customers", folder + "/gone.txt");

    assertThat(text(MARCH + "/ads/market-2025-03-31-forgotten-removed.csv").lines())
        .containsExactly("Email,Phone,First Name,Last Name,Country,Zip", row);
    try (Stream<Path> all = Files.walk(folder.resolve("exports"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        assertThat(file.toString()).doesNotEndWith(".xlsx");
        if (!file.toString().contains("removed")) {
          assertThat(Files.readString(file))
              .as(file.toString())
              .doesNotContain("c1-new@", "1011112222", row.substring(0, 64));
        }
      }
    }
    JsonNode full = json(text(MARCH + "/ads/manifest.json")).path("files").get(0);
    assertThat(full.path("rows").asLong()).isEqualTo(full.path("out").asLong());
    assertThat(full.path("held_back").path("erased").asLong()).isEqualTo(1);
    Path records = folder.resolve("customers/all.csv");
    shop.write(
        "customers/all.csv",
        Files.readString(records).replace("c5@shop.example", "C1-new@shop.example"));
    shop.succeeds("ingest", "--as-of=" + MARCH);
    assertThat(shop.dangol("export", "--explain", "c5").out())
        .contains("ads market: out, erased", "crm market: out, erased");
    assertThat(shop.dangol("maintain", "--dry-run").out())
        .contains(FEBRUARY)
        .doesNotContain("market-2025-03-31-full.csv");
  }

  private static Map<String, byte[]> files(String day) throws IOException {
    Path root = folder.resolve("exports/" + day);
    Map<String, byte[]> found = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        found.put(root.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return found;
  }

  private static String text(String file) throws IOException {
    return Files.readString(folder.resolve("exports").resolve(file));
  }

  private static String february(String file) {
    return new String(first.get(file), StandardCharsets.UTF_8);
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
