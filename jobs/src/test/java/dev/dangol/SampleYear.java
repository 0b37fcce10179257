package dev.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.sample.files.SampleShop;
import dev.dangol.sample.people.SampleSize;
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
 * The sample shop in a folder of its own, run by the commands that a business would use. A campaign
 * of its own keeps to the control group.
 */
final class SampleYear {
  /** The campaign, its first day, and the cohort that it is for. */
  static final String CAMPAIGN = "TRIAL";

  static final String BEGINS = "2025-07-10";
  static final String COHORT = "target";

  private static final String TRIAL_MESSAGES =
      """
      SELECT 'TRIAL-' || customer_id AS send_no, customer_id AS member, 'MAIL' AS via,
        'TRIAL' AS campaign, CAST(NULL AS STRING) AS offer, '이야기' AS template, '커피' AS about,
        unix_timestamp(TIMESTAMP '2025-07-10 01:00:00') AS sent,
        CAST(NULL AS STRUCT<opened: BIGINT, clicked: BIGINT, replied: BIGINT, stopped: BIGINT,
          complained: BIGINT>) AS acts,
        CAST(10 AS DECIMAL(8, 2)) AS fee
      FROM drawn WHERE arm = 'treat'""";

  /** Every customer who got a message looks at the shop on the next day. */
  private static final String TRIAL_VISITS =
      """
      SELECT 'TRIAL-' || customer_id AS eid,
        unix_millis(TIMESTAMP '2025-07-11 01:00:00') AS ts, 'VIEW' AS action,
        customer_id AS member, 'D-' || customer_id AS device, 'S-' || customer_id AS session,
        'APP' AS place, CAST(NULL AS STRING) AS sku, CAST(NULL AS STRING) AS category,
        CAST(NULL AS STRING) AS campaign
      FROM drawn WHERE arm = 'treat'""";

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
   * Sends the campaign to all customers in the cohort's arm treat, as of the last day that was run.
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
    append("messages", TRIAL_MESSAGES);
    append("engagement", TRIAL_VISITS);
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
