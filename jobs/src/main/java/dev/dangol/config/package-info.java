/** Settings as records, read once and checked together: the only reader of HOCON. */
package dev.dangol.config;
