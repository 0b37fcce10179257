/** Look-alikes and leads: nearness to the ideal cohort, probability of a first order. */
package dev.dangol.cohorts.leads;
