package dev.dangol.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class RowWriterTest {
  private static final Field ID = Field.text("id", "Who it is.").asRequired();
  private static final Field SHARE = Field.number("share", "How much.");
  private static final Field SEEN_ON = Field.day("seen_on", "When.");
  private static final Table TABLE =
      new Table("visits", "A visit.", List.of(ID), List.of(ID, SHARE, SEEN_ON));
  private static final LocalDate DAY = LocalDate.of(2025, 6, 30);

  @Test
  void cells_come_out_in_the_order_of_the_columns() {
    Row row =
        RowWriter.of(TABLE).set(SEEN_ON, Date.valueOf(DAY)).set(ID, "a").set(SHARE, 0.5).row();

    assertThat(row).isEqualTo(RowFactory.create("a", 0.5, Date.valueOf(DAY)));
  }

  @Test
  void a_field_that_is_not_the_tables_is_refused() {
    Field other = Field.count("clicks", "How often.");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> RowWriter.of(TABLE).set(other, 1L))
        .withMessage("visits.clicks is no field of visits with the type BIGINT.");
  }

  @Test
  void a_field_of_the_same_name_and_another_type_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RowWriter.of(TABLE).set(Field.text("share", "How much."), "half"))
        .withMessage("visits.share is no field of visits with the type STRING.");
  }

  @Test
  void a_field_may_have_a_meaning_of_its_own_in_the_table() {
    Row row =
        RowWriter.of(
                "visits", List.of(SHARE.renamed("share", "The share of the day.").asRequired()))
            .set(SHARE, 0.5)
            .row();

    assertThat(row).isEqualTo(RowFactory.create(0.5));
  }

  @Test
  void a_field_is_set_once() {
    RowWriter row = RowWriter.of(TABLE).setNull(SHARE);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> row.set(SHARE, 0.5))
        .withMessage("visits.share is set twice.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> row.setNull(SHARE))
        .withMessage("visits.share is set twice.");
  }

  @Test
  void nothing_is_forgotten() {
    RowWriter row = RowWriter.of(TABLE).set(ID, "a");

    assertThatIllegalArgumentException()
        .isThrownBy(row::row)
        .withMessage("visits lacks [share, seen_on]: not set.");
  }

  @Test
  void a_row_that_was_given_out_does_not_change() {
    RowWriter writer = RowWriter.of(TABLE).set(ID, "a").setNull(SHARE, SEEN_ON);
    Row row = writer.row();

    assertThatIllegalArgumentException().isThrownBy(() -> writer.set(SHARE, 0.5));
    assertThat(row).isEqualTo(RowFactory.create("a", null, null));
  }

  @Test
  void null_is_refused_where_a_field_is_required() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RowWriter.of(TABLE).set(ID, null))
        .withMessage("visits.id is required, and is set to null.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RowWriter.of(TABLE).setNull(SHARE, ID))
        .withMessage("visits.id is required, and is set to null.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RowWriter.of(TABLE).set(ID, Optional.empty()))
        .withMessage("visits.id is required, and is set to null.");
  }

  @Test
  void whether_null_is_refused_is_up_to_the_table() {
    Row row = RowWriter.of("visits", List.of(ID.nullable())).setNull(ID).row();

    assertThat(row.anyNull()).isTrue();
  }

  @Test
  void what_may_be_empty_is_a_value_or_null() {
    Row full =
        RowWriter.of(TABLE)
            .set(ID, Optional.of("a"))
            .set(SHARE, OptionalDouble.of(0.5))
            .set(SEEN_ON, Optional.of(DAY))
            .row();
    Row empty =
        RowWriter.of(TABLE)
            .set(ID, "a")
            .set(SHARE, OptionalDouble.empty())
            .set(SEEN_ON, Optional.empty())
            .row();

    assertThat(full).isEqualTo(RowFactory.create("a", 0.5, Date.valueOf(DAY)));
    assertThat(empty).isEqualTo(RowFactory.create("a", null, null));
  }

  @Test
  void days_and_instants_become_what_spark_takes() {
    Field seenAt = Field.instant("seen_at", "At what time.");
    Instant noon = Instant.parse("2025-06-30T12:00:00Z");
    Row row =
        RowWriter.of("visits", List.of(SEEN_ON, seenAt)).set(SEEN_ON, DAY).set(seenAt, noon).row();

    assertThat(row).isEqualTo(RowFactory.create(Date.valueOf(DAY), Timestamp.from(noon)));
  }

  @Test
  void what_is_written_can_be_read() {
    Field spent = Field.total("spent", "How much money.");
    Row row =
        RowWriter.of("visits", List.of(ID, spent)).set(spent, BigDecimal.ONE).set(ID, "a").row();

    assertThat(row.getString(0)).isEqualTo("a");
    assertThat(row.getDecimal(1)).isEqualTo(BigDecimal.ONE);
  }
}
