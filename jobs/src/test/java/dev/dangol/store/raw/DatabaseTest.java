package dev.dangol.store.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dangol.config.InputSettings;
import dev.dangol.problem.BadSetting;
import dev.dangol.problem.MissingInput;
import dev.dangol.problem.Problem;
import dev.dangol.store.SparkFailures;
import dev.dangol.testing.SparkExtension;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real PostgreSQL, started for the test. */
@ExtendWith(SparkExtension.class)
class DatabaseTest {
  private static final String PASSWORD = "s3cret-Zebra";

  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = EmbeddedPostgres.builder().start();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE shop (no INT, who TEXT, at TIMESTAMP, paid NUMERIC(10, 2), note TEXT);
          INSERT INTO shop VALUES
            (1, '김하나', '2026-01-02 10:00:00', 1234.50, E'%s'),
            (2, ' ana ', '2026-01-03', 7, NULL),
            (3, 'ben', '2026-01-04 23:59:59', -3.25, 'O''Brien');
          CREATE ROLE reader LOGIN PASSWORD '%s';
          """
              .formatted(RawShop.NOTE.replace("\n", "\\n"), PASSWORD));
    }
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Test
  void a_table_is_read_in_parts(SparkSession spark) {
    Map<String, String> options =
        RawShop.options(
            "partitionColumn", "no", "lowerBound", "1", "upperBound", "3", "numPartitions", "3");
    options.put("dbtable", "shop");

    var raw = new RawReader(spark).read("purchases", RawShop.purchases(input(options)));

    assertThat(raw.rdd().getNumPartitions()).isGreaterThan(1);
    assertThat(RawShop.canonical(spark, RawShop.purchases(input(options))))
        .isEqualTo(RawShop.CANONICAL);
  }

  @Test
  void a_query_is_read_and_a_time_without_zone_is_local_to_the_business(SparkSession spark) {
    SparkSession seoul = spark.newSession();
    seoul.conf().set("spark.sql.session.timeZone", "Asia/Seoul");
    Map<String, String> options = RawShop.options("query", "SELECT * FROM shop WHERE no = 2");

    assertThat(RawShop.canonical(spark, RawShop.purchases(input(options))))
        .containsExactly(RawShop.CANONICAL.get(1));
    assertThat(RawShop.canonical(seoul, RawShop.purchases(input(options))))
        .containsExactly("[ana,2026-01-02 15:00:00.0,7.0000,2,null]");
  }

  @Test
  void a_refused_password_is_never_told(SparkSession spark) {
    String url =
        "jdbc:postgresql://localhost:"
            + server.getPort()
            + "/nowhere?user=reader&password="
            + PASSWORD;
    for (Map<String, String> options :
        List.of(
            RawShop.options("url", url, "dbtable", "shop"),
            RawShop.options("url", url.replace("nowhere", "postgres"), "dbtable", "none"),
            RawShop.options("url", url.replace("nowhere", "postgres"), "query", "SELEC 1"),
            RawShop.options(
                "url",
                url.replace("localhost:" + server.getPort(), "localhost:1"),
                "dbtable",
                "shop"))) {
      Problem problem =
          catchThrowableOfType(
              Problem.class,
              () -> new RawReader(spark).read("purchases", RawShop.purchases(input(options))));

      assertThat(problem).as(options.toString()).isNotNull();
      assertThat(problem).hasMessageStartingWith("sources.purchases (shop.conf: 3): the database ");
      assertThat(everythingOf(problem)).doesNotContain(PASSWORD, "jdbc:");
      assertThat(problem)
          .isInstanceOf(options.containsKey("query") ? BadSetting.class : MissingInput.class);
    }
  }

  @Test
  void a_state_of_class_28_is_a_refused_password() {
    SQLException refusal = new SQLException("password authentication failed: " + PASSWORD, "28P01");

    Problem problem =
        SparkFailures.problem("sources.purchases (shop.conf: 3)", new RuntimeException(refusal))
            .orElseThrow();

    assertThat(problem).isInstanceOf(BadSetting.class).hasMessageContaining("DB_PASSWORD");
    assertThat(everythingOf(problem)).doesNotContain(PASSWORD);
  }

  @Test
  void a_database_without_its_driver_says_so(SparkSession spark) {
    for (Map<String, String> options :
        List.of(
            RawShop.options("url", "jdbc:nosuch://x/y", "dbtable", "shop"),
            RawShop.options("url", "jdbc:x:y", "driver", "org.nosuch.Driver", "dbtable", "shop"))) {
      Problem problem =
          catchThrowableOfType(
              Problem.class,
              () -> new RawReader(spark).read("purchases", RawShop.purchases(input(options))));

      assertThat(problem).isInstanceOf(BadSetting.class).hasMessageContaining("driver's jar");
    }
  }

  @Test
  void a_database_without_a_table_or_an_address_says_so(SparkSession spark) {
    for (String missing : List.of("url", "dbtable")) {
      Map<String, String> options = RawShop.options("url", "jdbc:x:y", "dbtable", "shop");
      options.remove(missing);
      InputSettings input = new InputSettings("jdbc", List.of(), options);

      Problem problem =
          catchThrowableOfType(
              Problem.class,
              () -> new RawReader(spark).read("purchases", RawShop.purchases(input)));

      assertThat(problem)
          .isInstanceOf(BadSetting.class)
          .hasMessageStartingWith("sources.purchases (shop.conf: 3): options." + missing);
    }
  }

  private static InputSettings input(Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    all.putIfAbsent("url", server.getJdbcUrl("postgres", "postgres"));
    return new InputSettings("jdbc", List.of(), all);
  }

  private static String everythingOf(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
