/** Data quality: measurements of a source, compared with those of earlier days. */
package dev.dangol.ingest.quality;
