/** What sets the members of a cohort apart from all customers, value by value. */
package dev.dangol.cohorts.profile;
