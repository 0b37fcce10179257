/** Parts that families of features are made of: measures, weighted means, exact sums. */
package dev.dangol.features.measure;
