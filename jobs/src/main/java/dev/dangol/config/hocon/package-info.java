/**
 * Machinery of the settings reader: layers, sections, value rules, faults. The only reader of
 * HOCON.
 */
package dev.dangol.config.hocon;
