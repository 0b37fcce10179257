package dev.dangol.segments;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Segment tables of earlier days. The last day is the newest with a row in segments.
 *
 * @param segments the table segments of every earlier day
 * @param customers customer_segments of the last day
 * @param model segment_models of the last day; it may have none
 */
public record PreviousTables(Dataset<Row> segments, Dataset<Row> customers, Dataset<Row> model) {}
