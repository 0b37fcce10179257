/** Identifiers of people: normalised, matched, hashed, hidden and found again. */
package dev.dangol.privacy;
