/** Attribute profiles: lift of each attribute value among the members of a cohort. */
package dev.dangol.cohorts.profile;
