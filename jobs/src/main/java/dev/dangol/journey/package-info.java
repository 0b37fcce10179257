/** Journeys of people to goals: stages, transitions, costs, and what goes with passing. */
package dev.dangol.journey;
