package dev.dangol.store.raw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.InputSettings;
import dev.dangol.config.QualitySettings;
import dev.dangol.config.SourceSettings;
import dev.dangol.ingest.ColumnMapping;
import dev.dangol.ingest.ValidationRules;
import dev.dangol.table.AsOf;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestDay;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tests that values that cannot be used reject their row, with the line as it was. */
@ExtendWith(SparkExtension.class)
class BadValuesTest {
  private static final ValidationRules RULES =
      new ValidationRules(new QualitySettings(0.01, 1, 5), "KRW");
  private static final AsOf DAY = TestDay.of("2026-05-31");

  @TempDir private Path folder;

  @Test
  void each_line_is_used_or_rejected_for_one_reason(SparkSession spark) {
    GivenInputs.file(
        folder,
        "a.csv",
        """
        no,who,at,paid,note
        01,ana,2026-01-02,5,x
        02,  ana  ,2026-01-02,5,x
        03,Ana,2026-01-02,5,x
        04,ana,0001-01-01,5,x
        05,ana,9999-12-31,5,x
        06,ana,2026-02-30,5,x
        07,ana,02.01.2026,5,x
        08,ana,2026-01-02,"1,234.50",x
        09,,2026-01-02,5,x
        10,a\uFFFDa,2026-01-02,5,x
        11,ana,2026-01-02
        12,ana,2026-01-02,5,x,y
        13,ana,2026-01-02,99999999999999999999,x
        """);

    assertThat(judged(spark, Sources.PURCHASES, csv(RawShop.COLUMNS, "note = 'x'")))
        .containsExactly(
            "[01,ana,null,null]",
            "[02,ana,null,null]",
            "[03,Ana,null,null]",
            "[04,ana,purchased_at,purchased_at is before 1900]",
            "[05,ana,purchased_at,purchased_at is in the future]",
            "[06,ana,purchased_at,purchased_at cannot be read as timestamp]",
            "[07,ana,purchased_at,purchased_at cannot be read as timestamp]",
            "[08,ana,net_amount,net_amount cannot be read as decimal(18,4)]",
            "[09,null,customer_id,customer_id is missing]",
            "[10,a\uFFFDa,customer_id,customer_id cannot be decoded]",
            "[11,ana,null,the line cannot be taken apart]",
            "[12,ana,null,the line cannot be taken apart]",
            "[13,ana,net_amount,net_amount cannot be read as decimal(18,4)]");
  }

  @Test
  void hours_that_a_clock_leaves_out_or_tells_twice_have_one_meaning(SparkSession spark) {
    GivenInputs.file(
        folder,
        "a.csv",
        "no,who,at,paid,note\n1,a,2026-03-08 02:30:00,5,x\n2,a,2025-11-02 01:30:00,5,x\n");
    SparkSession newYork = spark.newSession();
    newYork.conf().set("spark.sql.session.timeZone", "America/New_York");

    assertThat(RawShop.canonical(newYork, csv(RawShop.COLUMNS, null)))
        .containsExactly(
            "[a,2026-03-08 07:30:00.0,5.0000,1,x]", "[a,2025-11-02 05:30:00.0,5.0000,2,x]");
  }

  @Test
  void cyclic_and_self_referrals_are_taken_in(SparkSession spark) {
    GivenInputs.file(
        folder, "a.csv", "no,from,to,at\n1,a,b,2026-01-02\n2,b,a,2026-01-02\n3,a,a,2026-01-02\n");
    Map<String, String> columns =
        Map.of("referrer_id", "from", "referred_id", "to", "referred_at", "at");
    SourceSettings settings = csv(columns, null);
    Dataset<Row> raw = new RawReader(spark).read("referrals", settings);

    Dataset<Row> judged =
        RULES.validate(
            Sources.REFERRALS,
            new ColumnMapping(Sources.REFERRALS, settings, RawReader.MALFORMED).canonical(raw),
            DAY);

    assertThat(judged.where("rejected_for IS NULL").count()).isEqualTo(3);
  }

  private static List<String> judged(SparkSession spark, Source source, SourceSettings settings) {
    Dataset<Row> raw = new RawReader(spark).read(source.name(), settings);
    Dataset<Row> canonical =
        new ColumnMapping(source, settings, RawReader.MALFORMED).canonical(raw);
    return RULES
        .validate(source, canonical, DAY)
        .selectExpr("order_id", "customer_id", "rejected_column", "rejected_for")
        .orderBy("order_id")
        .collectAsList()
        .stream()
        .map(Row::toString)
        .toList();
  }

  private SourceSettings csv(Map<String, String> columns, String where) {
    var input = new InputSettings("csv", List.of(folder.toString()), Map.of("header", "true"));
    return new SourceSettings(
        Map.of("raw", input),
        Optional.empty(),
        Optional.ofNullable(where),
        columns,
        "shop.conf: 3");
  }
}
