package dev.dangol.features.fold;

import java.time.LocalDate;
import org.apache.spark.unsafe.types.UTF8String;

/** Line of a purchase that a test gives; what it does not say is not known. */
public final class GivenLine implements DeliveredLine {
  private final int day;
  private UTF8String order;
  private UTF8String category;
  private UTF8String product;
  private UTF8String productLine;
  private long net;
  private long list = UNKNOWN;
  private long discount = UNKNOWN;
  private long quantity = UNKNOWN;
  private long cost = UNKNOWN;
  private boolean promoted;
  private long matches;
  private boolean bought = true;
  private boolean named;
  private int promised;
  private double price = Double.NaN;
  private int state = FoldedDay.DESCRIBED.known() | FoldedDay.EARLIER.known();

  private GivenLine(int day) {
    this.day = day;
  }

  /** A line of the day. */
  public static GivenLine on(String day) {
    return on((int) LocalDate.parse(day).toEpochDay());
  }

  /** A line of the day, in days since 1970. */
  public static GivenLine on(int day) {
    return new GivenLine(day);
  }

  /** The line of an order. */
  public GivenLine of(String id) {
    order = UTF8String.fromString(id);
    return this;
  }

  /** The line with what was paid, in ten-thousandths. */
  public GivenLine paid(long units) {
    net = units;
    return this;
  }

  /** The line with its full price and what was taken off. */
  public GivenLine priced(long full, long off) {
    list = full;
    discount = off;
    return this;
  }

  /** The line with its pieces in ten-thousandths and its cost. */
  public GivenLine made(long pieces, long costs) {
    quantity = pieces;
    cost = costs;
    return this;
  }

  /** The line with a promotion. */
  public GivenLine promoted() {
    promoted = true;
    return this;
  }

  /** The line of a category and product. */
  public GivenLine about(String ofCategory, String ofProduct) {
    category = UTF8String.fromString(ofCategory);
    product = UTF8String.fromString(ofProduct);
    return this;
  }

  /** The line with a bit for each configured feature that it matters for. */
  public GivenLine matching(long bits) {
    matches = bits;
    return this;
  }

  /** The line as a refund that names its order, or names none. */
  public GivenLine refunding(boolean itsOrder) {
    bought = false;
    named = itsOrder;
    return this;
  }

  /** The line with what is known of it on each day, as bits, and the day promised. */
  public GivenLine known(int bits, String day) {
    state = bits;
    promised = (int) LocalDate.parse(day).toEpochDay();
    return this;
  }

  /** The line with the price of a piece, comparable with others of its category. */
  public GivenLine at(double each) {
    price = each;
    return this;
  }

  /** The line of a product line. */
  public GivenLine from(String name) {
    productLine = UTF8String.fromString(name);
    return this;
  }

  @Override
  public int day() {
    return day;
  }

  @Override
  public UTF8String order() {
    return order;
  }

  @Override
  public UTF8String category() {
    return category;
  }

  @Override
  public UTF8String product() {
    return product;
  }

  @Override
  public UTF8String productLine() {
    return productLine;
  }

  @Override
  public long net() {
    return net;
  }

  @Override
  public long list() {
    return list;
  }

  @Override
  public long discount() {
    return discount;
  }

  @Override
  public long quantity() {
    return quantity;
  }

  @Override
  public long cost() {
    return cost;
  }

  @Override
  public boolean isPromoted() {
    return promoted;
  }

  @Override
  public long matches() {
    return matches;
  }

  @Override
  public long moment() {
    return java.time.Duration.ofDays(day).toNanos() / 1_000;
  }

  @Override
  public boolean isPriced() {
    return !Double.isNaN(price);
  }

  @Override
  public double unitPrice() {
    return price;
  }

  @Override
  public boolean isBought() {
    return bought;
  }

  @Override
  public boolean namesOrder() {
    return named;
  }

  @Override
  public int promisedOn() {
    return promised;
  }

  @Override
  public boolean isKnown(FoldedDay on) {
    return (state & on.known()) != 0;
  }

  @Override
  public boolean isJudged(FoldedDay on) {
    return (state & on.judged()) != 0;
  }

  @Override
  public boolean isLate(FoldedDay on) {
    return (state & on.late()) != 0;
  }
}
