package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NameLabels;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.WrittenShape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Reads the classes of products and their bands, in the order in which they are written. */
final class ProductClassReader {
  private final ConfigSection classes;
  private final ConfigSection bands;

  ProductClassReader(ConfigSection journey) {
    this.classes = journey.section("classes");
    this.bands = journey.section("bands");
  }

  List<ProductClass> classes() {
    List<ProductClass> read = new ArrayList<>();
    for (String name : WrittenShape.keys(classes)) {
      StageReader.requireName(classes, name, "a product class");
      List<Double> band = bands.sets(name) ? bands.range(name, NumberRules.PART) : List.of();
      read.add(
          new ProductClass(
              name,
              NameLabels.readList(classes, "product_class", name, "categories"),
              band.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(band.get(0)),
              band.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(band.get(1))));
    }
    List<String> known = classes.names();
    for (String name : bands.names()) {
      if (!known.contains(name)) {
        bands.fault(
            name, bands.name(name) + " is no class of " + classes.name() + "; name it there.");
      }
    }
    return read;
  }
}
