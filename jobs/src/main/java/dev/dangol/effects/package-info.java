/** Matched comparisons: customers to whom something happened, against others like them before. */
package dev.dangol.effects;
