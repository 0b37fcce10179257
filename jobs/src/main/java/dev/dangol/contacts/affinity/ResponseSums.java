package dev.dangol.contacts.affinity;

/**
 * Sums over the customers of a group of their messages and responses. Products of these tell how
 * alike the messages of one customer are; as whole numbers they add up in any order.
 */
final class ResponseSums {
  private long customers;
  private long sent;
  private long responded;
  private final long[] products = new long[7];

  /** The sums, in the order of {@link SumColumns#SUMS}. */
  static ResponseSums of(long... sums) {
    ResponseSums all = new ResponseSums();
    all.customers = sums[0];
    all.sent = sums[1];
    all.responded = sums[2];
    System.arraycopy(sums, 3, all.products, 0, all.products.length);
    return all;
  }

  /**
   * Adds a customer.
   *
   * @param own their messages with the value, and the responses to them
   * @param all those with any value
   */
  void add(MessageCount own, MessageCount all) {
    customers++;
    sent += own.sent();
    responded += own.responded();
    products[0] += own.sent() * own.sent();
    products[1] += own.sent() * own.responded();
    products[2] += own.responded() * own.responded();
    products[3] += own.sent() * all.sent();
    products[4] += own.sent() * all.responded();
    products[5] += own.responded() * all.sent();
    products[6] += own.responded() * all.responded();
  }

  /** Messages and responses of one customer. */
  record MessageCount(long sent, long responded) {}

  long customers() {
    return customers;
  }

  long sent() {
    return sent;
  }

  long responded() {
    return responded;
  }

  long sentSquared() {
    return products[0];
  }

  long sentByResponded() {
    return products[1];
  }

  long respondedSquared() {
    return products[2];
  }

  long sentByAllSent() {
    return products[3];
  }

  long sentByAllResponded() {
    return products[4];
  }

  long respondedByAllSent() {
    return products[5];
  }

  long respondedByAllResponded() {
    return products[6];
  }

  /** All of them, in the order of {@link SumColumns#SUMS}. */
  long[] inOrder() {
    long[] sums = new long[3 + products.length];
    sums[0] = customers;
    sums[1] = sent;
    sums[2] = responded;
    System.arraycopy(products, 0, sums, 3, products.length);
    return sums;
  }
}
