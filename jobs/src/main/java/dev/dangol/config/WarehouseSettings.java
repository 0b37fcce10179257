package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.TextRules;

/**
 * Location of the tables.
 *
 * @param path the folder that holds one folder a table
 * @param catalog the catalog in which views are registered; empty for none
 * @param schema the schema of that catalog; empty for the default one
 * @param keep what upkeep leaves
 * @param lineage where events tell which table came of which
 */
public record WarehouseSettings(
    String path, String catalog, String schema, KeepSettings keep, LineageSettings lineage) {
  /** A warehouse whose upkeep and events are as when nothing is set. */
  public WarehouseSettings(String path, String catalog, String schema) {
    this(path, catalog, schema, KeepSettings.USUAL, LineageSettings.NONE);
  }

  /** Reads the sections {@code warehouse}, {@code keep} and {@code lineage}. */
  static WarehouseSettings read(ConfigSection dangol) {
    ConfigSection warehouse = dangol.section("warehouse");
    String catalog = warehouse.one("catalog", TextRules.CATALOG_NAME);
    String schema = warehouse.one("schema", TextRules.CATALOG_NAME);
    if (catalog.isEmpty() && !schema.isEmpty()) {
      warehouse.fault(
          "schema", warehouse.name("schema") + " has no catalog; set warehouse.catalog too.");
    }
    return new WarehouseSettings(
        warehouse.one("path", TextRules.TEXT),
        catalog,
        schema,
        KeepSettings.read(dangol.section("keep")),
        LineageSettings.read(dangol.section("lineage")));
  }
}
