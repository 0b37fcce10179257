package dev.dangol.value.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Made-up businesses whose likelihoods rise towards an edge, as {@code limits_scipy.py} drew them.
 */
public final class EdgeData {
  private static final Path FOLDER = Path.of("jobs/src/test/resources/dev/dangol/value/model");

  private EdgeData() {}

  /** Frequency, recency and age in days, of each customer. */
  public static List<double[]> histories(String business) {
    return read("edge-histories.csv", business);
  }

  static HistoryCounts triples(String business) {
    HistoryCounts.HistoryCounter counter = new HistoryCounts.HistoryCounter();
    for (double[] customer : histories(business)) {
      counter.add(PurchaseHistory.ofDays(customer[0], customer[1], customer[2]), 1);
    }
    return counter.triples();
  }

  static RepeatSpend spend(String business) {
    List<RepeatSpend.SpendGroup> groups = new ArrayList<>();
    for (double[] customer : read("edge-spend.csv", business)) {
      groups.add(RepeatSpend.SpendGroup.alike(customer[0], customer[1], 1));
    }
    return RepeatSpend.of(groups);
  }

  private static List<double[]> read(String file, String business) {
    try (Stream<String> lines = Files.lines(FOLDER.resolve(file))) {
      return lines
          .filter(line -> line.startsWith(business + ","))
          .map(line -> line.substring(business.length() + 1).split(",", -1))
          .map(cells -> Stream.of(cells).mapToDouble(Double::parseDouble).toArray())
          .toList();
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }
}
