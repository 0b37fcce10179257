/** Maximum-likelihood fitting in plain Java: objectives, Newton steps, Nelder-Mead, intervals. */
package dev.dangol.value.fitting;
