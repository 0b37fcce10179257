/** Raw rows become clean rows; what cannot be used goes to quarantine with its reason. */
package dev.dangol.ingest;
