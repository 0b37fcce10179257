package dev.dangol.segments;

/**
 * Segment assignment of a customer.
 *
 * @param segment the number of the nearest centre
 * @param distance to that centre, in scaled units
 * @param aside true where the customer had no part in the fit
 */
record SegmentPlace(int segment, double distance, boolean aside) {}
