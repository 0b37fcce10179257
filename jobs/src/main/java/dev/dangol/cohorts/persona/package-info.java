/** A cohort told as a person: cards of sentences, each traceable to the cells it was made of. */
package dev.dangol.cohorts.persona;
