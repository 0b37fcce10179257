/** Persona cards of cohorts: sentences, each traceable to the cells it was made of. */
package dev.dangol.cohorts.persona;
