/** Later net sales learned from customers' own past: features, regressions and calibration. */
package dev.dangol.value.learned;
