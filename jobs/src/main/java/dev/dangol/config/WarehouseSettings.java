package dev.dangol.config;

/**
 * Location of the tables.
 *
 * @param path the folder that holds one folder a table
 * @param catalog the catalog in which views are registered; empty for none
 * @param schema the schema of that catalog; empty for the default one
 */
public record WarehouseSettings(String path, String catalog, String schema) {}
