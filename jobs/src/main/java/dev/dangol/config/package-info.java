/** Settings as records, read once and checked together. */
package dev.dangol.config;
