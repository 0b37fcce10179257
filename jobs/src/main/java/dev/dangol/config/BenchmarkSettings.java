package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NameLabels;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.TextRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Benchmark: a published figure, shown beside the business's own and never computed with.
 *
 * @param from the figure, or the smaller one of a range
 * @param to the same figure, or the larger one of a range
 * @param source the publication it is quoted from
 * @param isVerified true where the origin of the figure was looked up
 */
public record BenchmarkSettings(double from, double to, String source, boolean isVerified) {
  /** Reads the section {@code benchmarks}: the figures by name. */
  static Map<String, BenchmarkSettings> readAll(ConfigSection benchmarks) {
    Map<String, BenchmarkSettings> found = new LinkedHashMap<>();
    for (String name : benchmarks.names()) {
      ConfigSection benchmark = benchmarks.section(name);
      NameLabels.read(benchmark, "figure", name);
      boolean single = benchmark.sets("value");
      if (single == benchmark.sets("range")) {
        benchmark.fault(benchmarks.name(name) + " needs either a value or a range.");
        benchmark.one("source", TextRules.TEXT);
        benchmark.optional("verified", TextRules.YES_OR_NO);
      } else {
        List<Double> figures =
            single ? single(benchmark) : benchmark.range("range", NumberRules.NUMBER);
        String source = benchmark.one("source", TextRules.TEXT);
        boolean verified =
            benchmark.optional("verified", TextRules.YES_OR_NO).filter("true"::equals).isPresent();
        found.put(name, new BenchmarkSettings(figures.get(0), figures.get(1), source, verified));
      }
    }
    return found;
  }

  private static List<Double> single(ConfigSection benchmark) {
    double value = benchmark.one("value", NumberRules.NUMBER);
    return List.of(value, value);
  }
}
