package dev.dangol.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.testing.SparkExtension;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkExtension.class)
class SafeSqlTest {
  private static final int EXPRESSIONS = 10_000;
  private static final List<String> COLUMNS = List.of("who", "paid", "가격", "at");
  private static final List<String> FORBIDDEN =
      List.of(
          "reflect('java.lang.Runtime', 'getRuntime')",
          "java_method('java.lang.System', 'exit', 1)",
          "JAVA_METHOD('java.lang.System', 'getenv', 'PATH')",
          "try_reflect('java.lang.System', 'getenv', 'PATH')",
          "`reflect`('java.lang.System', 'getenv', 'PATH')",
          "system.builtin.reflect('java.lang.System', 'getenv', 'PATH')",
          "IDENTIFIER('reflect')('java.lang.System', 'getenv', 'PATH')",
          "(SELECT max(value) FROM text.`/etc/passwd`)",
          "EXISTS (SELECT 1 FROM range(1))",
          "who IN (SELECT value FROM csv.`/etc/passwd`)",
          "from_avro(who, '{}', map('avroSchemaUrl', '/etc/passwd'))",
          "from_xml(who, 'a INT', map('rowValidationXSDPath', '/etc/passwd'))",
          "from_protobuf(who, 'm', '/etc/passwd')",
          "current_user()",
          "current_user",
          "session_user",
          "version()",
          "current_database()",
          "current_timestamp",
          "current_date()",
          "now()",
          "unix_timestamp()",
          "rand()",
          "uuid()",
          "monotonically_increasing_id()",
          "raise_error('stop')",
          "assert_true(paid > 0)",
          "sum(paid)",
          "sum(DISTINCT paid)",
          "first(paid) IGNORE NULLS",
          "any_value(paid)",
          "count(*)",
          "percentile_cont(0.5) WITHIN GROUP (ORDER BY paid)",
          "row_number() OVER (ORDER BY paid)",
          "sum(paid) OVER w",
          "lag(paid)",
          "explode(array(1, 2))",
          "stack(2, 1, 2)",
          "window(at, '1 day')",
          "no_such_function(paid)",
          "my_catalog.my_schema.my_function(paid)");
  private static final List<String> SAFE =
      List.of(
          "upper(trim(%s))",
          "concat(%s, ' ', %s)",
          "(CASE WHEN %s > 3 THEN %s ELSE NULL END)",
          "coalesce(%s, %s)",
          "try_cast(%s AS DECIMAL(18, 4))",
          "to_timestamp(%s, 'M/d/yyyy H:mm')",
          "(%s || %s)",
          "if(%s IN ('a', 'b'), %s, 1)",
          "(%s BETWEEN 1 AND %s)",
          "try_add(%s, %s)",
          "(- %s)",
          "filter(array(%s), x -> x IS NOT NULL)[0]",
          "map('a', %s)['a']",
          "named_struct('b', %s).b",
          "regexp_replace(%s, '[^0-9]', '')",
          "xpath_string(%s, 'a/b')",
          "(%s LIKE '%%user%%')",
          "input_file_name()",
          "date_add(to_date(%s), 1)",
          "from_json(%s, 'a INT').a",
          "get_json_object(%s, '$.reflect')",
          "unix_timestamp(%s)");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reflect('java.lang.Runtime', 'exec') | reflect is refused, since it runs code.
          (SELECT 1)                           | a query inside an expression is refused, since it reads other rows.
          upper(current_user)                  | current_user is refused, since it tells about the session instead of the data.
          sum(paid)                            | sum is refused, since it is an aggregate, where one value is wanted for each row.
          lower(rank() OVER (ORDER BY paid))   | OVER is refused, since it looks at other rows.
          a.b.c(paid)                          | a function of a catalog is refused; only Spark's own may be called.
          uper(who)                            | there is no function uper in Spark.
          """)
  void what_is_refused_is_named_with_its_reason(String text, String reason) {
    assertThatThrownBy(() -> SafeSql.refuseUnsafe(text, COLUMNS))
        .isInstanceOfSatisfying(
            SqlText.UnusableExpression.class,
            wrong -> {
              assertThat(wrong.text()).isEqualTo(text);
              assertThat(wrong.explanation()).isEqualTo(reason);
            });
  }

  @Test
  void everything_forbidden_is_refused_wherever_it_stands_and_nothing_else() {
    Random random = new Random(42);
    int refused = 0;
    for (int i = 0; i < EXPRESSIONS; i++) {
      boolean forbidden = random.nextInt(3) == 0;
      String core = forbidden ? "(" + pick(random, FORBIDDEN) + ")" : leaf(random);
      String text = around(random, core, random.nextInt(6));
      if (forbidden) {
        refused++;
        assertThatThrownBy(() -> SafeSql.refuseUnsafe(text, COLUMNS))
            .as(text)
            .isInstanceOf(SqlText.UnusableExpression.class);
      } else {
        assertThatCode(() -> SafeSql.refuseUnsafe(text, COLUMNS))
            .as(text)
            .doesNotThrowAnyException();
      }
    }
    assertThat(refused).isBetween(3000, 3700);
  }

  @Test
  void each_forbidden_part_is_refused_for_itself_and_not_for_being_unreadable() {
    assertThat(FORBIDDEN)
        .allSatisfy(
            text ->
                assertThatThrownBy(() -> SafeSql.refuseUnsafe(text, COLUMNS))
                    .isInstanceOf(SqlText.UnusableExpression.class)
                    .hasNoCause());
  }

  @Test
  void columns_may_be_called_like_functions_and_must_be_there(SparkSession spark) throws Exception {
    Dataset<Row> rows = spark.sql("SELECT 'ann' AS user, 'x' AS reflect, 1 AS `current_date`");

    assertThat(SqlText.prove(rows, "user || reflect || `current_date`", DataTypes.StringType))
        .containsExactlyInAnyOrder("user", "reflect", "current_date");
    assertThatThrownBy(() -> SqlText.prove(rows, "upper(uzer)", DataTypes.StringType))
        .isInstanceOf(SqlText.UnusableExpression.class)
        .hasMessageContaining("uzer");
    assertThatThrownBy(() -> SqlText.provePredicate(rows, "EXISTS (SELECT 1)"))
        .isInstanceOf(SqlText.UnusableExpression.class)
        .hasMessageContaining("refused");
    assertThatThrownBy(() -> SqlText.provePredicate(rows, "1 = 1; DROP TABLE x"))
        .isInstanceOf(SqlText.UnusableExpression.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT s.*, o.customer_id FROM scores s JOIN orders o ON s.order_id = o.order_id",
        "SELECT user, count(*), sum(paid) OVER (PARTITION BY user) FROM Orders GROUP BY ALL HAVING count(*) > 1",
        "WITH a AS (SELECT * FROM orders), b AS (SELECT * FROM a) SELECT * FROM b UNION ALL TABLE scores",
        "SELECT * FROM orders WHERE id IN (SELECT order_id FROM scores) ORDER BY 1 LIMIT 3",
        "SELECT o.id, i FROM orders o LATERAL VIEW explode(o.items) t AS i",
        "SELECT o.id, explode(o.items) FROM orders o",
        "SELECT * FROM orders, LATERAL explode(items) AS t(i)",
        "SELECT * FROM (VALUES (1, 'a')) AS v(k, t) JOIN range(3) ON k = id",
        "SELECT /*+ BROADCAST(o) */ DISTINCT * FROM orders o LEFT ANTI JOIN scores USING (id)",
        "SELECT * FROM orders PIVOT (sum(paid) FOR kind IN ('a', 'b'))",
        "SELECT * FROM orders EXCEPT SELECT * FROM scores"
      })
  void queries_over_the_inputs_are_accepted(String query) {
    assertThatCode(() -> SafeQuery.refuseUnsafe(query, List.of("orders", "scores")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM csv.`/etc/passwd`",
        "SELECT * FROM orders WHERE id IN (SELECT value FROM text.`/etc/passwd`)",
        "SELECT (SELECT max(email) FROM customer_contacts) FROM orders",
        "SELECT * FROM spark_catalog.default.orders",
        "WITH a AS (SELECT * FROM delta.`/x`) SELECT * FROM a",
        "SELECT * FROM (WITH secret AS (SELECT 1) SELECT * FROM secret), secret",
        "WITH a AS (SELECT * FROM b), b AS (SELECT 1) SELECT * FROM a",
        "SELECT reflect('java.lang.System', 'getenv', 'PATH') FROM orders",
        "SELECT system.builtin.reflect('java.lang.System', 'getenv', 'PATH') FROM orders",
        "SELECT * FROM orders LATERAL VIEW reflect('a', 'b') t AS i",
        "SELECT * FROM read_files('/etc/passwd')",
        "SELECT * FROM sql_keywords()",
        "SELECT * FROM IDENTIFIER('secret')",
        "SELECT IDENTIFIER('reflect')('a', 'b') FROM orders",
        "SELECT TRANSFORM(id) USING 'cat' AS (x) FROM orders",
        "SELECT current_user() FROM orders",
        "SELECT rand() FROM orders",
        "SELECT * FROM orders VERSION AS OF 1",
        "FROM orders INSERT INTO scores SELECT *",
        "INSERT INTO orders SELECT * FROM scores",
        "DROP TABLE orders",
        "SET spark.x = 1",
        "SELECT 1; DROP TABLE orders",
        "CREATE TABLE x AS SELECT 1",
        "ADD JAR '/tmp/x.jar'"
      })
  void queries_that_reach_further_are_refused(String query) {
    assertThatThrownBy(() -> SafeQuery.refuseUnsafe(query, List.of("orders", "scores")))
        .isInstanceOf(SqlText.UnusableExpression.class);
  }

  private static String around(Random random, String core, int depth) {
    String text = core;
    for (int i = 0; i < depth; i++) {
      String shape = pick(random, SAFE);
      int holes = shape.split("%s", -1).length - 1;
      int place = holes == 0 ? -1 : random.nextInt(holes);
      Object[] parts = new Object[holes];
      for (int hole = 0; hole < holes; hole++) {
        parts[hole] = hole == place ? text : leaf(random);
      }
      text = holes == 0 ? text : String.format(shape, parts);
    }
    return text;
  }

  private static String leaf(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> "'reflect(1) -- ; DROP'";
      case 1 -> String.valueOf(random.nextInt(100));
      case 2 -> "NULL";
      case 3 -> "input_file_name()";
      default -> "`" + pick(random, COLUMNS) + "`";
    };
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
