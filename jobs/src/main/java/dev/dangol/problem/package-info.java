/** Failures that a person can act on, and notice of any other. */
package dev.dangol.problem;
