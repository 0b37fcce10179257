package dev.dangol.report.page;

import dev.dangol.report.data.CampaignResults;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Sentences on the uplift of campaigns, good or bad. */
public record CampaignWords(PageView view) {

  /** A sentence on how many of the campaigns had an effect. */
  public String verdict() {
    CampaignResults campaigns = view.story().campaigns();
    return view.words()
        .text("uplift.verdict", campaigns.all().size(), campaigns.gains(), campaigns.losses());
  }

  /** The interval of a difference of shares. */
  public String span(CampaignResults.CampaignEffect effect) {
    return span(effect, view.cells()::change);
  }

  /** The interval of a difference of amounts. */
  public String moneySpan(CampaignResults.CampaignEffect effect) {
    return span(effect, view.cells()::moneyChange);
  }

  private String span(
      CampaignResults.CampaignEffect effect, Function<OptionalDouble, String> said) {
    return effect.low().isEmpty()
        ? view.words().text("uplift.no_interval")
        : view.words().text("uplift.span", said.apply(effect.low()), said.apply(effect.high()));
  }
}
