/**
 * Texts of customers, and what brought them: tables that the groups of the day do not matter for.
 */
package dev.dangol.job.voices;
