/** Affinities of groups of customers: what works and what fails, and how sure that is. */
package dev.dangol.contacts.affinity;
