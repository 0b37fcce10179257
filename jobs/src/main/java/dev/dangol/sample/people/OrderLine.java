package dev.dangol.sample.people;

/**
 * One line of an order, in won.
 *
 * @param quantity pieces
 * @param discount what is taken off the full price of the line
 */
public record OrderLine(ShopProduct product, int quantity, long discount) {
  static OrderLine draw(ShopProduct product, int quantity, double discount) {
    double off = product.listPrice() * quantity * discount;
    return new OrderLine(product, quantity, Math.round(off / 100) * 100);
  }

  public long net() {
    return product.listPrice() * quantity - discount;
  }
}
