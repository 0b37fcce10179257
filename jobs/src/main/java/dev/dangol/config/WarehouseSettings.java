package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.TextRules;

/**
 * Location of the tables.
 *
 * @param path the folder that holds one folder a table
 * @param catalog the catalog in which views are registered; empty for none
 * @param schema the schema of that catalog; empty for the default one
 */
public record WarehouseSettings(String path, String catalog, String schema) {
  /** Reads the section {@code warehouse}. */
  static WarehouseSettings read(ConfigSection warehouse) {
    String catalog = warehouse.one("catalog", TextRules.CATALOG_NAME);
    String schema = warehouse.one("schema", TextRules.CATALOG_NAME);
    if (catalog.isEmpty() && !schema.isEmpty()) {
      warehouse.fault(
          "schema", warehouse.name("schema") + " has no catalog; set warehouse.catalog too.");
    }
    return new WarehouseSettings(warehouse.one("path", TextRules.TEXT), catalog, schema);
  }
}
