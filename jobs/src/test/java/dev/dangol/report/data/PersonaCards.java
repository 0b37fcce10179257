package dev.dangol.report.data;

import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.PersonaColumns;
import dev.dangol.testing.TestRows;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Persona cards as the cohorts job writes them. */
final class PersonaCards {
  private PersonaCards() {}

  /** A full card, in both languages, and one of a cohort that is too small. */
  static Dataset<Row> of(SparkSession spark) {
    String sentences =
        """
        {"cohort":"ideal","title":[{"text":"Ideal"}],"who":[{"text":"2 customers."}],
        "what":[{"text":"Have <i>region</i>: 서울 🎉."}],
        "lifts":[{"text":"region: <script>alert(3)</script>","from":[{"column":"share","value":0.5},
        {"column":"base_share","value":0.25},{"column":"lift","value":2.0},
        {"column":"lift_low","value":0.0},{"column":"lift_high","value":4.0}]}],
        "path":[{"text":"By <b>a view</b>.","from":[{"column":"stage","value":"discovery"},
        {"column":"share","value":0.5}]}]}
        """;
    String few = "{\"title\":[{\"text\":\"few\"}],\"note\":[{\"text\":\"Only 1 customer.\"}]}";
    return TestRows.of(spark, SharedColumns.COHORT, PersonaColumns.LANGUAGE, PersonaColumns.CARD)
        .row("few", "en", few)
        .row("ideal", "en", sentences)
        .row("ideal", "ko", sentences.replace("2 customers.", "고객 2명입니다."))
        .table();
  }
}
