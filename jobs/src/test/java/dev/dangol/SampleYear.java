package dev.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.sample.files.SampleShop;
import dev.dangol.sample.people.SampleSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The sample shop in a folder of its own, run by the commands that a business would use. Campaigns
 * of its own keep to the control group: two with letters that everybody follows, two with leaflets
 * that nobody does.
 */
final class SampleYear {
  /** The first campaign with letters, its first day, and the cohort that all four are for. */
  static final String CAMPAIGN = "TRIAL-1";

  static final String BEGINS = "2025-07-10";
  static final String COHORT = "target";

  /** Creative of the campaigns that bring visits; no campaign of the sample has it. */
  static final String LETTER = "손편지";

  /** Creative of those that bring nothing. */
  static final String LEAFLET = "전단";

  private static final List<TrialCampaign> TRIALS =
      List.of(
          new TrialCampaign(CAMPAIGN, LETTER, BEGINS),
          new TrialCampaign("TRIAL-2", LEAFLET, "2025-07-24"),
          new TrialCampaign("TRIAL-3", LETTER, "2025-08-14"),
          new TrialCampaign("TRIAL-4", LEAFLET, "2025-08-28"));

  /** Campaign that is sent at ten in the morning of one day to the arm treat. */
  private record TrialCampaign(String id, String creative, String day) {
    String messages() {
      return """
      SELECT '%1$s-' || customer_id AS send_no, customer_id AS member, 'MAIL' AS via,
        '%1$s' AS campaign, CAST(NULL AS STRING) AS offer, '%2$s' AS template, '커피' AS about,
        unix_timestamp(TIMESTAMP '%3$s 01:00:00') AS sent,
        CAST(NULL AS STRUCT<opened: BIGINT, clicked: BIGINT, replied: BIGINT, stopped: BIGINT,
          complained: BIGINT>) AS acts,
        CAST(10 AS DECIMAL(8, 2)) AS fee
      FROM drawn WHERE arm = 'treat'"""
          .formatted(id, creative, day);
    }

    /** Every customer who got a message looks at the shop on the next day. */
    String visits() {
      return """
      SELECT '%1$s-' || customer_id AS eid,
        unix_millis(TIMESTAMP '%2$s 01:00:00' + INTERVAL 1 DAY) AS ts, 'VIEW' AS action,
        customer_id AS member, 'D-' || customer_id AS device, 'S-' || customer_id AS session,
        'APP' AS place, CAST(NULL AS STRING) AS sku, CAST(NULL AS STRING) AS category,
        CAST(NULL AS STRING) AS campaign
      FROM drawn WHERE arm = 'treat'"""
          .formatted(id, day);
    }
  }

  private final SparkSession spark;
  private final Path folder;

  SampleYear(SparkSession spark, Path folder, SampleSize size) {
    this.spark = spark;
    this.folder = folder;
    SampleShop.write(spark, folder.toString(), size);
  }

  /** Runs every job on these days, three months apart. */
  void run(String from, String to) {
    CommandOutput output = dangol("backfill", "--from=" + from, "--to=" + to, "--every=3 months");
    assertThat(output.code()).as(output.err()).isZero();
  }

  /**
   * Sends the campaigns to all customers in the cohort's arm treat, as of the last day that was
   * run.
   */
  void send() {
    List<Row> drawn =
        rows(
                "SELECT g.customer_id, arm FROM control_groups g JOIN cohort_members m"
                    + " USING (cohort, customer_id) WHERE cohort = 'target' AND left_on IS NULL")
            .stream()
            .map(line -> List.of(line.split(",", -1)))
            .map(cells -> RowFactory.create(cells.toArray()))
            .toList();
    spark
        .createDataFrame(drawn, new StructType().add("customer_id", "string").add("arm", "string"))
        .createOrReplaceTempView("drawn");
    for (TrialCampaign trial : TRIALS) {
      append("messages", trial.messages());
      if (trial.creative().equals(LETTER)) {
        append("engagement", trial.visits());
      }
    }
  }

  private void append(String source, String query) {
    Dataset<Row> rows = spark.sql(query);
    String path = folder.resolve(source).toString();
    if (source.equals("messages")) {
      rows.coalesce(1).write().mode(SaveMode.Append).orc(path);
    } else {
      rows.coalesce(1).write().mode(SaveMode.Append).parquet(path);
    }
  }

  /** The page of the day that was run last, in English. */
  String page() throws IOException {
    return Files.readString(folder.resolve("report/index.html"));
  }

  /** The rows of an answer, without the line of names. */
  List<String> rows(String query) {
    CommandOutput output = dangol("sql", "--format", "csv", query);
    assertThat(output.code()).as(query + output.err()).isZero();
    return output.lines().stream().skip(1).toList();
  }

  private CommandOutput dangol(String command, String... others) {
    List<String> words = new ArrayList<>(List.of(command, "--config", "conf/demo.conf"));
    words.addAll(List.of("--warehouse", folder.resolve("warehouse").toString()));
    set(words, "report.directory", folder.resolve("report"));
    set(words, "proof.enabled", false);
    set(words, "control.share", 0.2);
    SampleShop.folders().stream()
        .filter(source -> !source.startsWith("truth"))
        .forEach(source -> set(words, "sources." + source + ".path", folder.resolve(source)));
    words.addAll(List.of(others));
    return CommandOutput.by(words.toArray(String[]::new));
  }

  private static void set(List<String> words, String key, Object value) {
    words.addAll(List.of("--set", key + "=" + value));
  }
}
