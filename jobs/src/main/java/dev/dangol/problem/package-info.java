/** Failures that a person can act on. */
package dev.dangol.problem;
