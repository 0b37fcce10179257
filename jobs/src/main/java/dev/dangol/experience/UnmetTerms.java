package dev.dangol.experience;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.left;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trim;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.NeedWeightColumns;
import dev.dangol.table.results.VoiceColumns;
import dev.dangol.table.sources.EngagementSource;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Wishes that were not met, by search term. A customer's terms leave the fold as rows of theirs,
 * since there are more terms than can be held at once; only those that enough people typed are
 * told.
 */
final class UnmetTerms {
  static final String MEASURE = "search_terms";

  /** Letters of a term that are kept. */
  private static final int LONGEST = 60;

  private static final Field ALL_SEARCHES = Field.number("_searches", "Searches for a term.");
  private static final Field UNMET = Field.number("_unmet", "Those that were not met.");

  private UnmetTerms() {}

  /**
   * A term as it is told: in small letters, with one blank between words, addresses as @ and long
   * numbers as #; null where nothing is left, and for the name of rows over everything.
   */
  static Column masked() {
    Column term = lower(trim(regexp_replace(EngagementSource.SEARCH_TERM.col(), "\\s+", " ")));
    Column addresses = regexp_replace(term, "\\S*@\\S*", "@");
    Column numbers = regexp_replace(addresses, "[+]?\\p{Nd}[\\p{Nd} .()/-]{3,}\\p{Nd}", "#");
    return nullif(nullif(left(numbers, lit(LONGEST)), lit("")), lit(VoiceColumns.ALL));
  }

  /** Writes the rows of a customer. */
  static void note(ExperienceHistory customer, Map<String, double[]> terms, FactSheet facts) {
    for (CustomerGroupKey group : customer.groups()) {
      terms.forEach(
          (term, figures) ->
              facts.row(FactKey.of(MEASURE, group.kind(), group.name(), term), figures));
    }
  }

  /**
   * The rows of {@code unmet_needs} by term.
   *
   * @param least the fewest people who must have searched for it
   */
  static Dataset<Row> rows(FactTable facts, AsOf asOf, int least) {
    Column share = NeedWeightColumns.UNMET_SEARCHES.col().divide(NeedWeightColumns.SEARCHES.col());
    return counted(facts)
        .where(NeedWeightColumns.SEARCHERS.col().geq(least))
        .withColumn(SharedColumns.AS_OF.name(), SharedColumns.AS_OF.is(asOf.column()))
        .withColumn(
            NeedWeightColumns.UNMET_CATEGORY.name(),
            NeedWeightColumns.UNMET_CATEGORY.is(lit(VoiceColumns.ALL)))
        .withColumn(
            NeedWeightColumns.UNMET_SHARE.name(), NeedWeightColumns.UNMET_SHARE.is(round(share, 6)))
        .select(
            NeedWeightColumns.UNMET_TABLE.fields().stream().map(Field::col).toArray(Column[]::new));
  }

  private static Dataset<Row> counted(FactTable facts) {
    return facts
        .of(MEASURE)
        .select(
            FactTable.part(VoiceColumns.GROUP_KIND, 0),
            FactTable.part(VoiceColumns.GROUP, 1),
            FactTable.part(NeedWeightColumns.SEARCH_TERM, 2),
            ALL_SEARCHES.is(FactTable.figure(0)),
            UNMET.is(FactTable.figure(1)))
        .groupBy(
            VoiceColumns.GROUP_KIND.col(),
            VoiceColumns.GROUP.col(),
            NeedWeightColumns.SEARCH_TERM.col())
        .agg(
            NeedWeightColumns.SEARCHES.is(sum(ALL_SEARCHES.col())),
            NeedWeightColumns.SEARCHERS.is(count(lit(1))),
            NeedWeightColumns.UNMET_SEARCHES.is(sum(UNMET.col())),
            NeedWeightColumns.UNMET_SEARCHERS.is(count_if(UNMET.col().gt(0))));
  }
}
