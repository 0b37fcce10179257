package dev.dangol.ingest;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.RateSource;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/** Intermediate columns of purchases during refund matching and currency conversion only. */
public final class MoneyColumns {
  public static final Field CODE =
      Field.text(
          "_code", "The currency in capital letters; null where nothing is to be converted.");
  public static final Field RATE_CODE =
      Field.text("_rate_code", "The currency of the rates, in capital letters.");
  public static final Field RATES =
      new Field(
          "_rates",
          DataTypes.createArrayType(
              DataTypes.createStructType(
                  new StructField[] {
                    RateSource.VALID_FROM.structField(), RateSource.RATE.structField()
                  })),
          false,
          "The rates of a currency, oldest first.");

  public static final Field KEY_CUSTOMER =
      Field.text("_key_customer", "The customer of what is looked for.");
  public static final Field KEY_PRODUCT =
      Field.text("_key_product", "The product of what is looked for.");
  public static final Field KEY_CODE =
      Field.text("_key_code", "The currency of what is looked for.");
  public static final Field KEY_SIZE =
      Field.amount("_key_size", "The amount of what is looked for.");
  public static final Field KEY_ORDER = Field.text("_key_order", "An order that is known.");

  public static final Field MOVE =
      Field.count("_move", "1 for a purchase, -1 for a refund, 0 for one that names its order.");
  public static final Field SIZE =
      Field.amount("_size", "What was paid, or given back, without its sign.");
  public static final Field NAMED_ORDER =
      Field.text("_named_order", "The order of a purchase, or the one that a refund names.");
  public static final Field NAMED_COUNT =
      Field.count("_named_count", "How many refunds name the order with this product and amount.");
  public static final Field PLACE =
      Field.count("_place", "1 for the first such purchase line of its order, then 2 and more.");
  public static final Field SUM =
      Field.count("_sum", "Purchases less refunds up to this row, below 0 where refunds prevail.");
  public static final Field LOWEST = Field.count("_lowest", "The least sum so far.");
  public static final Field DEPTH =
      Field.count("_depth", "Purchases that are still free after this row.");
  public static final Field LEVEL =
      Field.count(
          "_level",
          "For a purchase how many are free with it; for a refund how many were before it.");
  public static final Field BOUGHT_AT =
      Field.instant("_bought_at", "When what a refund gives back was bought.");
  public static final Field BOUGHT_IN =
      Field.text("_bought_in", "The order in which it was bought.");

  /** The columns of purchases and refunds while they are paired. */
  public static final List<Field> MOVES =
      List.of(
          MOVE,
          CODE,
          SIZE,
          NAMED_ORDER,
          NAMED_COUNT,
          PLACE,
          SUM,
          LOWEST,
          DEPTH,
          LEVEL,
          BOUGHT_AT,
          BOUGHT_IN);

  /** The amounts of a purchase line, each in the row's currency. */
  public static final List<Field> AMOUNTS =
      List.of(
          PurchaseSource.NET_AMOUNT,
          PurchaseSource.LIST_AMOUNT,
          PurchaseSource.DISCOUNT_AMOUNT,
          SharedColumns.COST_AMOUNT);

  private MoneyColumns() {}

  /** An amount in the reporting currency, before it replaces the one that was paid. */
  public static Field converted(Field amount) {
    return amount.renamed("_converted_" + amount.name(), "The amount in the reporting currency.");
  }
}
