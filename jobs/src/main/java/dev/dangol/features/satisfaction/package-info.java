/** Satisfaction gap, bad experiences (strikes) and what follows them. */
package dev.dangol.features.satisfaction;
