/** Identity resolution: keys of several sources become one customer with a stable id. */
package dev.dangol.ingest.identity;
