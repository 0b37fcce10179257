/**
 * From features to segments: prepare the features by named rules, cluster by k-means, choose the
 * number of segments, name what was found. The same customers give the same segments, whatever the
 * order or partitioning of the input.
 */
package dev.dangol.segments;
