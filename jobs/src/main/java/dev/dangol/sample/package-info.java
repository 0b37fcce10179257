/**
 * A believable synthetic shop: its raw files, in mixed formats and imperfect shape, and the truth
 * about its customers, kept apart. Every row is a pure function of the seed and of the customer's
 * number, so that a shop of any size is written customer by customer and never held in memory.
 */
package dev.dangol.sample;
