/** Scores made of several families: the five qualities, the index, customer types, effort. */
package dev.dangol.features.scores;
