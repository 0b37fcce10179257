package dev.dangol.job.ingest;

import dev.dangol.config.IdentitySettings;
import dev.dangol.config.SourceOptions.CustomerKey;
import dev.dangol.ingest.identity.KeyFingerprints;
import dev.dangol.table.Field;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.IdentityColumns;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.PlainRow;
import dev.dangol.testing.TestDay;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Customer records of a day, written inline, and the identities they resolve to. */
final class KnownCustomers {
  static final IdentitySettings KOREA = new IdentitySettings(100, Optional.of("KR"), false);

  private final SparkSession spark;
  private final List<Row> customers = new ArrayList<>();
  private final List<Row> purchases = new ArrayList<>();

  KnownCustomers(SparkSession spark) {
    this.spark = spark;
  }

  /** A customer record. */
  KnownCustomers customer(String id, String email, String phone, String externalId) {
    Object[] cells = new Object[CustomerSource.FIELDS.size()];
    cells[CustomerSource.FIELDS.indexOf(SharedColumns.CUSTOMER_ID)] = id;
    cells[CustomerSource.FIELDS.indexOf(CustomerContacts.EMAIL)] = email;
    cells[CustomerSource.FIELDS.indexOf(CustomerContacts.PHONE)] = phone;
    cells[CustomerSource.FIELDS.indexOf(CustomerSource.EXTERNAL_ID)] = externalId;
    customers.add(RowFactory.create(cells));
    return this;
  }

  KnownCustomers email(String id, String email) {
    return customer(id, email, null, null);
  }

  /** A purchase by an id. */
  KnownCustomers buys(String id) {
    purchases.add(RowFactory.create(id));
    return this;
  }

  Map<Source, Dataset<Row>> accepted() {
    Map<Source, Dataset<Row>> accepted = new LinkedHashMap<>();
    accepted.put(
        Sources.PURCHASES,
        spark.createDataFrame(purchases, schema(List.of(SharedColumns.CUSTOMER_ID))));
    if (!customers.isEmpty()) {
      accepted.put(
          Sources.CUSTOMERS, spark.createDataFrame(customers, schema(CustomerSource.FIELDS)));
    }
    return accepted;
  }

  /** The identities of the day, without any of earlier days. */
  Identities first() {
    return Identities.of(accepted(), nobody(spark), KOREA, LocalDate.parse("2026-01-01"));
  }

  /** The identities of a day, given those of an earlier one. */
  Identities after(Identities before, String day) {
    return Identities.of(accepted(), before.table(spark), KOREA, LocalDate.parse(day));
  }

  static Dataset<Row> nobody(SparkSession spark) {
    return spark.createDataFrame(List.<Row>of(), IdentityColumns.CUSTOMER_IDENTITY.schema());
  }

  /** The fingerprint of a customer's key, as sources with keys of that kind give it. */
  static String fingerprint(SparkSession spark, CustomerKey kind, String value) {
    return TestRows.of(spark, CustomerContacts.EMAIL)
        .row(value)
        .table()
        .select(KeyFingerprints.id(kind, CustomerContacts.EMAIL.col(), Optional.of("KR")))
        .head()
        .getString(0);
  }

  private static StructType schema(List<Field> fields) {
    return new StructType(
        fields.stream()
            .map(field -> new StructField(field.name(), field.type(), true, Metadata.empty()))
            .toArray(StructField[]::new));
  }

  /** A table of identities, collected. */
  record Identities(List<Row> rows, CustomerIdentification.IdentityConflicts leftApart) {

    static Identities of(
        Map<Source, Dataset<Row>> accepted,
        Dataset<Row> previous,
        IdentitySettings settings,
        LocalDate day) {
      CustomerIdentification identification =
          new CustomerIdentification(null, settings, TestDay.of(day));
      List<Row> rows = identification.rows(accepted, previous).collectAsList();
      identification.release();
      return new Identities(rows, identification.leftApart());
    }

    Dataset<Row> table(SparkSession spark) {
      return spark.createDataFrame(rows, IdentityColumns.CUSTOMER_IDENTITY.schema());
    }

    /** Customer by id, where the id's rows agree. */
    Map<String, String> customers() {
      return by(SharedColumns.CUSTOMER_ID);
    }

    String customer(String id) {
      return customers().get(id);
    }

    String rule(String id) {
      return by(IdentityColumns.RULE).get(id);
    }

    /** The customer that an id had before its merge, and the day of the merge, as text. */
    String trail(String id) {
      return by(IdentityColumns.MERGED_FROM).get(id) + " " + by(IdentityColumns.MERGED_ON).get(id);
    }

    String since(String id) {
      return by(IdentityColumns.SINCE).get(id);
    }

    List<String> sorted() {
      return rows.stream().map(Row::toString).sorted().toList();
    }

    private Map<String, String> by(Field field) {
      Map<String, String> values = new TreeMap<>();
      for (Row row : rows) {
        String id = new PlainRow(row).text(IdentityColumns.SOURCE_ID);
        String value = String.valueOf(row.<Object>getAs(field.name()));
        String other = values.putIfAbsent(id, value);
        if (other != null && !other.equals(value)) {
          String source = new PlainRow(row).text(RunColumns.SOURCE);
          throw new AssertionError(id + " of " + source + " is " + value + " and " + other);
        }
      }
      return values;
    }
  }
}
