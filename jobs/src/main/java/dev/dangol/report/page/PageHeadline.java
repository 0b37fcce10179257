package dev.dangol.report.page;

import dev.dangol.report.data.CohortLine;
import java.util.Optional;

/** Headline of the page: how many customers are ideal, and their share of net sales. */
public record PageHeadline(PageView view) {
  public String text() {
    PageWords words = view.words();
    long customers = view.story().customers().everyone().customers();
    String everyone = view.figures().customers(customers);
    Optional<CohortLine> ideal = view.story().ideal();
    if (customers == 0) {
      return words.text("headline.empty");
    }
    if (ideal.isEmpty()) {
      return words.text("headline.undefined", everyone);
    }
    return ideal.get().size() == 0
        ? words.text("headline.none", everyone)
        : sentence(ideal.get(), everyone);
  }

  private String sentence(CohortLine ideal, String everyone) {
    ReadableNumbers figures = view.figures();
    String key = ideal.shareOfNetSales().isPresent() ? "headline.ideal" : "headline.ideal_unvalued";
    return view.words()
        .text(
            ideal.size() == 1 ? key + "_one" : key,
            view.words().text("headline.count", figures.number(ideal.size())),
            everyone,
            figures.share(ideal.shareOfCustomers()),
            figures.share(ideal.shareOfNetSales()));
  }
}
