package dev.dangol.voices;

/**
 * Word of a text.
 *
 * @param form its basic form, by which words are compared
 * @param term the same as people read it; empty where it is no term of its own
 */
record SpokenWord(String form, String term) {}
