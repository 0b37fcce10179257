/** The only door to disk: the lake of Delta tables, the ledger, the lease, recovery and erasure. */
package dev.dangol.store;
