/** Probabilities of events: logistic regression, calibration, and what calibration is worth. */
package dev.dangol.probability;
