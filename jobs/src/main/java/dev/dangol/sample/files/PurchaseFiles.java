package dev.dangol.sample.files;

import dev.dangol.sample.people.BrokenPromise;
import dev.dangol.sample.people.LineSale;
import dev.dangol.sample.people.OrderDelivery;
import dev.dangol.sample.people.OrderLine;
import dev.dangol.sample.people.RepairedFailure;
import dev.dangol.sample.people.SamplePeriod;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.ShopOrder;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopperOrders;
import java.text.NumberFormat;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Order lines as a Korean shop system exports them: gzipped CSV with local dates. Amounts have
 * thousands separators, refunds are negative lines of their own, and cancelled orders are left in.
 */
record PurchaseFiles(ShopPopulation shop) implements RawTable {
  private static final String CUSTOMER = "고객번호";
  private static final String ORDERED = "주문일시";
  private static final String PAID = "결제금액";
  private static final StructType SCHEMA =
      RawTable.texts(
          "주문번호", "줄", CUSTOMER, ORDERED, "SKU", "분류", "제품라인", "수량", "정가", "할인액", PAID, "쿠폰", "채널",
          "상태", "원주문번호", "배송예정일", "배송완료일시");
  private static final RawFlaws FLAWS =
      new RawFlaws(
          0.004,
          50,
          List.of(
              new RawFlaws.BrokenValue(SCHEMA.fieldIndex(ORDERED), "2025. 13. 41. 9:99"),
              new RawFlaws.BrokenValue(SCHEMA.fieldIndex(PAID), "확인 중"),
              new RawFlaws.BrokenValue(SCHEMA.fieldIndex(CUSTOMER), null)));

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy. M. d. H:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy. M. d.");

  /** Status of an order line. */
  private enum LineStatus {
    PAID("결제완료"),
    CANCELLED("취소"),
    REFUNDED("환불");

    private final String label;

    LineStatus(String label) {
      this.label = label;
    }
  }

  @Override
  public String name() {
    return "purchases";
  }

  @Override
  public StructType schema() {
    return SCHEMA;
  }

  @Override
  public RawFlaws flaws() {
    return FLAWS;
  }

  @Override
  public void write(DataFrameWriter<Row> writer, String path) {
    writer.option("header", true).option("compression", "gzip").csv(path);
  }

  @Override
  public List<Row> rows(SampleShopper shopper) {
    NumberFormat won = NumberFormat.getIntegerInstance(Locale.KOREA);
    List<Row> rows = new ArrayList<>();
    List<LineSale> sales = LineSale.of(shop, shopper, ShopperOrders.of(shop, shopper));
    for (LineSale sale : sales) {
      LineCells cells = new LineCells(won, shopper, sale);
      rows.add(cells.sold(sale.order().id(), LineStatus.PAID));
      if (sale.repeated()) {
        rows.add(cells.sold("X" + sale.order().id(), LineStatus.CANCELLED));
      }
      sale.returned().ifPresent(returned -> rows.add(cells.refunded(returned)));
    }
    for (LineSale sale : BrokenPromise.returned(shop, shopper, sales)) {
      sale.returned().ifPresent(at -> rows.add(new LineCells(won, shopper, sale).refunded(at)));
    }
    RepairedFailure.of(shop, shopper)
        .flatMap(RepairedFailure::sale)
        .map(sale -> new LineCells(won, shopper, sale))
        .ifPresent(cells -> rows.add(cells.sold(cells.sale().order().id(), LineStatus.PAID)));
    return rows;
  }

  /** The rows that one order line causes. */
  private record LineCells(NumberFormat won, SampleShopper shopper, LineSale sale) {

    Row sold(String orderId, LineStatus status) {
      ShopOrder order = sale.order();
      OrderLine line = sale.line();
      return RowFactory.create(
          orderId,
          Integer.toString(sale.number()),
          shopper.id(),
          order.at().format(MINUTE),
          line.product().sku(),
          sale.categoryUnknown() ? null : line.product().category().label,
          line.product().line().label,
          Integer.toString(line.quantity()),
          won.format(line.product().listPrice()),
          won.format(line.discount()),
          won.format(line.net()),
          order.promotion().orElse(null),
          order.place().label,
          status.label,
          null,
          order.delivery().map(delivery -> delivery.promised().format(DAY)).orElse(null),
          order
              .delivery()
              .map(OrderDelivery::delivered)
              .filter(SamplePeriod::covers)
              .map(MINUTE::format)
              .orElse(null));
    }

    /** A refund knows what was paid back and for which order, not what the price once was. */
    Row refunded(LocalDateTime at) {
      ShopOrder order = sale.order();
      OrderLine line = sale.line();
      return RowFactory.create(
          "R" + order.id(),
          Integer.toString(sale.number()),
          shopper.id(),
          at.format(MINUTE),
          line.product().sku(),
          line.product().category().label,
          line.product().line().label,
          Integer.toString(-line.quantity()),
          null,
          null,
          won.format(-line.net()),
          null,
          order.place().label,
          LineStatus.REFUNDED.label,
          order.id(),
          null,
          null);
    }
  }
}
