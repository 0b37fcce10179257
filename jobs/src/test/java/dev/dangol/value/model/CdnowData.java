package dev.dangol.value.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The CDNOW sample as counted histories; see the README beside the files. */
public final class CdnowData {
  private CdnowData() {}

  public static HistoryCounts triples() {
    HistoryCounts.HistoryCounter counter = new HistoryCounts.HistoryCounter();
    for (double[] row : rows("triples.csv")) {
      counter.add(PurchaseHistory.ofDays(row[0], row[1], row[2]), row[3]);
    }
    return counter.triples();
  }

  /** The purchase days that followed in the 39 weeks after. */
  static double laterPurchaseDays() {
    return rows("triples.csv").stream().mapToDouble(row -> row[4]).sum();
  }

  public static RepeatSpend spend() {
    return RepeatSpend.of(
        rows("spend.csv").stream()
            .map(row -> RepeatSpend.SpendGroup.alike(row[0], row[1], row[2]))
            .toList());
  }

  /** Frequency, recency in days, age in days, and how many customers have them. */
  public static List<double[]> histories() {
    return rows("triples.csv");
  }

  /** Frequency, mean spend, and how many repeat buyers have them. */
  public static List<double[]> spending() {
    return rows("spend.csv");
  }

  private static List<double[]> rows(String file) {
    List<double[]> rows = new ArrayList<>();
    try (var in = CdnowData.class.getResourceAsStream("/cdnow/" + file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .skip(1)
          .forEach(
              line ->
                  rows.add(
                      Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return rows;
  }
}
