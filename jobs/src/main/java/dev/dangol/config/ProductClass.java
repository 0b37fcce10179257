package dev.dangol.config;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Class of products that are decided on alike, such as fast or costly ones.
 *
 * @param name as tables call it
 * @param categories the categories of products in it
 * @param from the first number of days of its band; empty without a band
 * @param to the last number of days of its band; empty without a band
 */
public record ProductClass(
    String name, List<String> categories, OptionalDouble from, OptionalDouble to) {
  public ProductClass {
    categories = List.copyOf(categories);
  }
}
