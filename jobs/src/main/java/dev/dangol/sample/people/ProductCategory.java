package dev.dangol.sample.people;

/** Product category of the shop: its name, the interest it serves, and a usual price. */
public enum ProductCategory {
  COFFEE("커피", 16_000),
  TEA("차", 14_000),
  KITCHEN("주방", 38_000),
  HOME("홈데코", 45_000),
  BEAUTY("뷰티", 27_000),
  OUTDOOR("아웃도어", 62_000),
  STATIONERY("문구", 9_000),
  PET("반려동물", 22_000);

  public final String label;
  final double usualPrice;

  ProductCategory(String label, double usualPrice) {
    this.label = label;
    this.usualPrice = usualPrice;
  }
}
