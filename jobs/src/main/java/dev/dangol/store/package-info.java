/** The only door to disk: raw readers, the lake of Delta tables, the ledger and the lease. */
package dev.dangol.store;
