package dev.dangol.table.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.TableView;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import dev.dangol.table.sources.SurveySource;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stream of contact: both directions in one order, and nothing that is no contact. */
@ExtendWith(SparkExtension.class)
class ContactViewsTest {
  private static final String NOON = "2026-03-01T12:00:00Z";
  private static final String LATER = "2026-03-02T12:00:00Z";

  private static void register(Source source, TestRows rows, Field... given) {
    Dataset<Row> written = rows.table();
    List<String> there = Stream.of(given).map(Field::name).toList();
    Column[] cells =
        source.clean().fields().stream()
            .map(field -> there.contains(field.name()) ? field.col() : field.nullColumn())
            .toArray(Column[]::new);
    written.select(cells).createOrReplaceTempView(source.clean().name());
  }

  private static void register(SparkSession spark) {
    Field[] messages = {
      SharedColumns.CUSTOMER_ID,
      MessageSource.SENT_AT,
      MessageSource.REPLIED_AT,
      MessageSource.PROMOTION_TYPE,
      SharedColumns.CHANNEL,
      SharedColumns.CAMPAIGN_ID,
      SharedColumns.SOURCE_ROW
    };
    register(
        Sources.MESSAGES,
        TestRows.of(spark, messages)
            .row("김", NOON, NOON, "sale", " Email ", "봄", "m2")
            .row("김", NOON, null, " ", "", null, "m1"),
        messages);
    Field[] support = {
      SharedColumns.CUSTOMER_ID,
      SupportSource.OPENED_AT,
      SupportSource.FIRST_REPLY_AT,
      SupportSource.REOPENED_AT,
      SupportSource.RESOLVED_AT,
      SupportSource.THEME,
      SharedColumns.SOURCE_ROW
    };
    register(
        Sources.SUPPORT,
        TestRows.of(spark, support).row("김", NOON, NOON, LATER, LATER, "배송", "s1"),
        support);
    Field[] surveys = {
      SharedColumns.CUSTOMER_ID,
      SurveySource.ANSWERED_AT,
      SurveySource.SURVEY,
      SharedColumns.SOURCE_ROW
    };
    register(Sources.SURVEYS, TestRows.of(spark, surveys).row("김", NOON, "NPS", "u1"), surveys);
    registerOpinions(spark);
  }

  private static void registerOpinions(SparkSession spark) {
    Field[] reviews = {
      SharedColumns.CUSTOMER_ID,
      ReviewSource.REVIEWED_AT,
      SharedColumns.PRODUCT_ID,
      SharedColumns.CHANNEL,
      SharedColumns.SOURCE_ROW
    };
    register(
        Sources.REVIEWS, TestRows.of(spark, reviews).row("김", NOON, "cup", "APP", "r1"), reviews);
    Field[] events = {
      SharedColumns.CUSTOMER_ID,
      EngagementSource.OCCURRED_AT,
      EngagementSource.EVENT,
      SharedColumns.SOURCE_ROW
    };
    register(
        Sources.ENGAGEMENT,
        TestRows.of(spark, events)
            .row("김", NOON, "help", "e1")
            .row("김", NOON, "view", "e2")
            .row(null, NOON, "help", "e3")
            .row("lee", LATER, "share", "e4"),
        events);
  }

  private static List<String> rows(SparkSession spark, TableView view) {
    return spark
        .sql(view.question())
        .orderBy("customer_id", "contact_number")
        .collectAsList()
        .stream()
        .map(row -> row.mkString(","))
        .map(text -> text.replace("2026-03-0", ""))
        .toList();
  }

  @Test
  void contacts_are_numbered_by_time_then_source_then_row_then_part(SparkSession spark) {
    register(spark);
    TableView view = ContactViews.of(List.of("help", "share"));

    assertThat(rows(spark, view))
        .containsExactly(
            "lee,2 12:00:00.0,in,event,null,share,engagement,e4,1",
            "김,1 12:00:00.0,out,message,null,null,messages,m1,1",
            "김,1 12:00:00.0,out,advertisement,email,봄,messages,m2,2",
            "김,1 12:00:00.0,in,message,email,봄,messages,m2,3",
            "김,1 12:00:00.0,in,service,null,배송,support,s1,4",
            "김,1 12:00:00.0,out,service,null,배송,support,s1,5",
            "김,1 12:00:00.0,in,survey,null,NPS,surveys,u1,6",
            "김,1 12:00:00.0,in,review,app,cup,reviews,r1,7",
            "김,1 12:00:00.0,in,event,null,help,engagement,e1,8",
            "김,2 12:00:00.0,in,service,null,배송,support,s1,9");
    assertThat(spark.sql(view.question()).columns())
        .containsExactly(
            ContactViews.TABLE.fields().stream().map(Field::name).toArray(String[]::new));
  }

  @Test
  void sources_that_are_not_there_are_not_asked_for(SparkSession spark) {
    register(spark);
    TableView support = ContactViews.of(List.of(), List.of("support", "purchases"));

    assertThat(support.reads()).containsExactly("clean_support");
    assertThat(rows(spark, support)).hasSize(3);
    assertThat(rows(spark, ContactViews.of(List.of(), List.of("purchases")))).isEmpty();
    assertThat(rows(spark, ContactViews.of(List.of(), List.of("engagement")))).isEmpty();
  }
}
