package dev.dangol.job.export;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.contains;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import dev.dangol.cohorts.CustomerAttributes;
import dev.dangol.export.AudienceList;
import dev.dangol.export.AudienceList.GroupKind;
import dev.dangol.job.JobContext;
import dev.dangol.job.cohorts.AttributeTables;
import dev.dangol.privacy.IdentifierNormalizer;
import dev.dangol.sql.SqlText;
import dev.dangol.store.ErasureList;
import dev.dangol.store.Lake;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.AcquisitionColumns;
import dev.dangol.table.results.AudienceColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.ErasureColumns;
import dev.dangol.table.results.UpliftColumns;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.Sources;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Customers of a day with all that decides on their export, one row each. */
final class AudienceTables {
  private static final String[] KEY = {SharedColumns.CUSTOMER_ID.name()};
  private static final List<Field> FACTS =
      List.of(AudienceColumns.CITY, AudienceColumns.GENDER, AudienceColumns.AGE);

  private final JobContext day;
  private final Lake lake;

  AudienceTables(JobContext day) {
    this.day = day;
    this.lake = day.lake();
  }

  /** The columns that predicates may name: those of features, value, segments and fit. */
  Dataset<Row> described() {
    return CustomerAttributes.of(
        AttributeTables.of(day), List.of(lake.readDay(CohortColumns.CUSTOMER_FIT, day.asOf())));
  }

  /** All columns that cells may name, for the customers who are in one of the lists. */
  Dataset<Row> members(Dataset<Row> described, Collection<AudienceList> lists) {
    Dataset<Row> found =
        described
            .join(groups(lists), KEY, "left")
            .withColumn(AudienceColumns.GROUPS.name(), allGroups(lists))
            .where(size(AudienceColumns.GROUPS.col()).gt(0))
            .drop(FACTS.stream().map(Field::name).toArray(String[]::new));
    Dataset<Row> reached =
        found.join(contacts(), KEY, "left").join(facts().drop(country()), KEY, "left");
    return marked(controlled(reached))
        .orderBy(CohortColumns.RANK.col(), SharedColumns.CUSTOMER_ID.col());
  }

  /** Everybody, buyer or not, who unsubscribed, complained or withdrew a consent. */
  Dataset<Row> unwilling() {
    Column withdrawn =
        exists(CustomerContacts.CONSENT_HISTORY.col(), entry -> contains(entry, lit(" withdrawn")));
    return marked(contacts().join(facts(), KEY, "left"))
        .where(AudienceColumns.MARKS.col().isNotNull().or(coalesce(withdrawn, lit(false))))
        .withColumn(AudienceColumns.CONTROLS.name(), AudienceColumns.CONTROLS.nullColumn())
        .withColumn(AudienceColumns.GROUPS.name(), AudienceColumns.GROUPS.nullColumn());
  }

  private Dataset<Row> contacts() {
    return CustomerAttributes.conform(lake.read(CustomerContacts.TABLE), CustomerContacts.TABLE)
        .drop(CustomerContacts.CONSENT.name());
  }

  private Dataset<Row> facts() {
    Column[] facts =
        Stream.concat(
                FACTS.stream().map(AudienceTables::attribute),
                Stream.of(min(CustomerSource.COUNTRY.col()).as(country())))
            .toArray(Column[]::new);
    return lake.read(Sources.CUSTOMERS.clean())
        .groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(facts[0], Stream.of(facts).skip(1).toArray(Column[]::new));
  }

  private static Column attribute(Field field) {
    Column value = try_element_at(CustomerSource.ATTRIBUTES.col(), lit(field.name()));
    return min(value).as(field.name());
  }

  private static String country() {
    return AcquisitionColumns.COUNTRY.name();
  }

  private Dataset<Row> groups(Collection<AudienceList> lists) {
    Object[] cohorts =
        lists.stream()
            .filter(list -> list.kind() == GroupKind.COHORT)
            .map(AudienceList::group)
            .distinct()
            .toArray();
    return lake.readDay(CohortColumns.COHORT_DAYS, day.asOf())
        .where(SharedColumns.COHORT.col().isin(cohorts))
        .groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(
            collect_set(concat(lit("cohort/"), SharedColumns.COHORT.col()))
                .as(AudienceColumns.GROUPS.name()));
  }

  private static Column allGroups(Collection<AudienceList> lists) {
    Column none = array().cast(DataTypes.createArrayType(DataTypes.StringType));
    Column[] others =
        lists.stream()
            .filter(list -> list.kind() != GroupKind.COHORT)
            .map(AudienceTables::membership)
            .toArray(Column[]::new);
    Column cohorts = coalesce(AudienceColumns.GROUPS.col(), none);
    return others.length == 0 ? cohorts : concat(cohorts, array_compact(array(others)));
  }

  private static Column membership(AudienceList list) {
    Column member =
        list.kind() == GroupKind.SEGMENT
            ? SharedColumns.SEGMENT_ID.col().equalTo(list.group())
            : SqlText.expression(list.definition());
    return when(member, lit(list.key()));
  }

  private Dataset<Row> controlled(Dataset<Row> customers) {
    Dataset<Row> controls =
        lake.read(UpliftColumns.CONTROL_GROUPS)
            .where(UpliftColumns.ARM.col().equalTo(UpliftColumns.CONTROL))
            .groupBy(SharedColumns.CUSTOMER_ID.col())
            .agg(collect_set(SharedColumns.COHORT.col()).as(AudienceColumns.CONTROLS.name()));
    return customers.join(controls, KEY, "left");
  }

  private Dataset<Row> marked(Dataset<Row> customers) {
    Optional<Dataset<Row>> marks = SuppressionMarks.of(day);
    Dataset<Row> marked =
        marks
            .map(signs -> customers.join(signs, KEY, "left"))
            .orElseGet(
                () ->
                    customers.withColumn(
                        AudienceColumns.MARKS.name(), AudienceColumns.MARKS.nullColumn()));
    Optional<String> salt = ErasureList.of(lake).salt();
    return salt.map(known -> erased(marked, known))
        .orElseGet(
            () ->
                marked.withColumn(
                    AudienceColumns.ERASED.name(), AudienceColumns.ERASED.is(lit(false))));
  }

  private Dataset<Row> erased(Dataset<Row> customers, String salt) {
    Column email = IdentifierNormalizer.email(CustomerContacts.EMAIL.col());
    Column phone =
        IdentifierNormalizer.phone(
            CustomerContacts.PHONE.col(),
            AcquisitionColumns.COUNTRY.col(),
            day.settings().identity().phoneRegion());
    Map<Field, Column> keys =
        Map.of(
            SharedColumns.CUSTOMER_ID, SharedColumns.CUSTOMER_ID.col(),
            CustomerContacts.EMAIL, email,
            CustomerContacts.PHONE, phone);
    Dataset<Row> list =
        lake.read(ErasureColumns.TABLE).select(ErasureColumns.KEY_HASH.col()).distinct();
    Dataset<Row> marked =
        customers.withColumn(AudienceColumns.ERASED.name(), AudienceColumns.ERASED.is(lit(false)));
    for (Map.Entry<Field, Column> key : keys.entrySet()) {
      Column hash = ErasureColumns.hash(key.getKey(), key.getValue(), salt);
      Column found = ErasureColumns.KEY_HASH.col();
      marked =
          marked
              .join(list, hash.equalTo(found), "left")
              .withColumn(
                  AudienceColumns.ERASED.name(), AudienceColumns.ERASED.col().or(found.isNotNull()))
              .drop(ErasureColumns.KEY_HASH.name());
    }
    return marked;
  }
}
