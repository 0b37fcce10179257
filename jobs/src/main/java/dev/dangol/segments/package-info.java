/**
 * Customer segmentation: features are prepared by named rules, customers are clustered by k-means,
 * the number of segments is chosen, and the segments are named. The same customers give the same
 * segments, whatever the order or partitioning of the input.
 */
package dev.dangol.segments;
