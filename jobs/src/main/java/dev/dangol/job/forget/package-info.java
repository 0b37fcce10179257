/** Erasure of customers from every table and its history. */
package dev.dangol.job.forget;
