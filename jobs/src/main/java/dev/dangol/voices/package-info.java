/** Voices of customers: themes and words of their texts, without the texts. */
package dev.dangol.voices;
