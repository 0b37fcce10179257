/** Which keys of the sources are one customer: from shared keys over components to stable ids. */
package dev.dangol.ingest.identity;
