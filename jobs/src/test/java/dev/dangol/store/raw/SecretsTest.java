package dev.dangol.store.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dangol.config.InputSettings;
import dev.dangol.config.SourceSettings;
import dev.dangol.config.hocon.SecretKeys;
import dev.dangol.problem.BadSetting;
import dev.dangol.testing.SparkExtension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.util.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

@ExtendWith(SparkExtension.class)
class SecretsTest {
  private static final String SECRET = "s3cret-wort";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://kim:s3cret-wort@127.0.0.1:99999/shop",
        "jdbc:postgresql://127.0.0.1:99999/shop?user=kim&password=s3cret-wort",
        "jdbc:postgresql://127.0.0.1:1/shop?user=kim&password=s3cret-wort",
        "jdbc:nobody://kim:s3cret-wort@127.0.0.1/shop"
      })
  void a_database_that_cannot_be_reached_is_named_without_its_password(
      String url, SparkSession spark) {
    Map<String, String> options =
        Map.of("url", url, "dbtable", "orders", "user", "kim", "password", SECRET);
    InputSettings input = new InputSettings("jdbc", List.of(), options);
    Map<String, InputSettings> inputs = Map.of("raw", input);
    SourceSettings settings =
        new SourceSettings(inputs, Optional.empty(), Optional.empty(), Map.of(), "shop.conf: 7");

    Throwable failure = catchThrowable(() -> new RawReader(spark).read("purchases", settings));

    assertThat(failure).hasMessageContaining("sources.purchases");
    assertThat(failure.getMessage()).doesNotContain(SECRET);
    assertThat(settings.toString()).doesNotContain(SECRET);
  }

  @Test
  void sparks_pages_hide_settings_options_and_texts(SparkSession spark) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String key : List.of("dbPassword", "fs.s3a.secret.key", "sas_token", "x.api-key", "pwd")) {
      settings.put("spark.hadoop." + key, SECRET);
    }
    var pairs =
        settings.entrySet().stream().map(e -> new Tuple2<>(e.getKey(), e.getValue())).toList();

    var shown =
        Utils.redact(spark.sparkContext().getConf(), CollectionConverters.asScala(pairs).toSeq());
    String plan =
        spark
            .range(1)
            .select(
                functions.lit(
                    "jdbc:x://kim:" + SECRET + "@host/db?sslpassword=x&password=" + SECRET))
            .queryExecution()
            .toString();

    assertThat(shown.toString()).doesNotContain(SECRET).contains("redacted");
    assertThat(plan).doesNotContain(SECRET).contains("@host/db");
  }

  @Test
  void passwords_are_taken_out_of_any_text() {
    String text = "cannot parse jdbc:x://kim:s3cret-wort@host and ;password=s3cret-wort;";

    assertThat(SecretKeys.mask(text)).doesNotContain(SECRET).contains("cannot parse", "@host");
    assertThat(text.replaceAll(SecretKeys.PASSWORDS, "-"))
        .isEqualTo("cannot parse jdbc:x://-@host and ;password=-;");
  }

  @Test
  void a_query_that_reaches_beyond_its_inputs_is_refused_before_anything_is_read(
      SparkSession spark) {
    InputSettings nowhere = new InputSettings("csv", List.of("/nowhere"), Map.of());
    SourceSettings settings =
        new SourceSettings(
            Map.of("orders", nowhere),
            Optional.of("SELECT * FROM csv.`/etc/passwd`"),
            Optional.empty(),
            Map.of(),
            "shop.conf: 7");

    assertThatThrownBy(() -> new RawReader(spark).read("purchases", settings))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("sources.purchases.query = \"SELECT * FROM csv.`/etc/passwd`\"")
        .hasMessageContaining("the table csv./etc/passwd is refused")
        .hasMessageContaining("shop.conf: 7");
  }
}
