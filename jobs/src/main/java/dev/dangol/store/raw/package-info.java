/** Readers of raw inputs: files, databases, Delta tables, and their fingerprints. */
package dev.dangol.store.raw;
