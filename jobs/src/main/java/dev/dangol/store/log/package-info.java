/** Writes that only one writer can win, on any store, and Delta's commits made of them. */
package dev.dangol.store.log;
