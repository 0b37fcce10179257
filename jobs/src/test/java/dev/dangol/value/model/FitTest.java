package dev.dangol.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.value.fitting.FailedFit;
import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.FitRules;
import dev.dangol.value.fitting.LimitEstimate;
import dev.dangol.value.fitting.ParameterEstimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitTest {
  private static String reason(FitResult fit) {
    assertThat(fit).isInstanceOf(FailedFit.class);
    return ((FailedFit) fit).reason();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bg-nbd", "mbg-nbd", "pareto-nbd", "mbg-cnbd-2"})
  void without_repeat_buyers_there_are_no_numbers(String model) {
    PurchaseModel purchases = PurchaseModel.byName(model);
    HistoryCounts nobody = new HistoryCounts.HistoryCounter().triples();
    HistoryCounts once =
        new HistoryCounts.HistoryCounter().add(new PurchaseHistory(0, 0, 20), 500).triples();
    assertThat(reason(purchases.fit(nobody, new FitRules(0, 0)))).startsWith("Only 0 customers");
    assertThat(reason(purchases.fit(once, FitRules.USUAL))).contains("50 or more are needed");
  }

  @Test
  void customers_who_all_did_the_same_have_one_rate() {
    for (int customers : new int[] {1, 10_000}) {
      HistoryCounts same =
          new HistoryCounts.HistoryCounter()
              .add(new PurchaseHistory(3, 20, 30), customers)
              .triples();
      for (String model : List.of("bg-nbd", "mbg-nbd", "pareto-nbd")) {
        FitResult fit = PurchaseModel.byName(model).fit(same, new FitRules(1, 0));
        assertThat(fit.remark()).as(model).isPresent();
        double rate = fit.found().orElseThrow().parameters().get("lambda");
        assertThat(rate).as(model).isCloseTo(0.1, within(1e-5));
      }
    }
  }

  @Test
  void spend_that_is_the_same_for_all_is_expected_of_all() {
    RepeatSpend same =
        RepeatSpend.of(
            List.of(
                RepeatSpend.SpendGroup.alike(2, 10, 1_000),
                RepeatSpend.SpendGroup.alike(5, 10, 30)));
    LimitEstimate edge = (LimitEstimate) new GammaGamma().fit(same, FitRules.USUAL);
    assertThat(edge.limit()).isEqualTo("constant-spend");
    assertThat(edge.reason()).isEqualTo("Every order has the same value.");
    assertThat(edge.estimate().parameters()).containsExactly(Map.entry("value", 10.0));
    assertThat(edge.estimate().isMaximum()).isFalse();
    assertThat(reason(new GammaGamma().fit(RepeatSpend.of(List.of()), FitRules.USUAL)))
        .contains("0");
    assertThat(same.correlation()).isNaN();
  }

  @Test
  void the_order_of_the_triples_changes_nothing() {
    HistoryCounts straight = CdnowData.triples();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < straight.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(1));
    HistoryCounts.HistoryCounter shuffled = new HistoryCounts.HistoryCounter();
    order.forEach(i -> shuffled.add(straight.history(i), straight.customers(i)));
    PurchaseModel model = PurchaseModel.byName("mbg-nbd");
    ParameterEstimate one = (ParameterEstimate) model.fit(straight, FitRules.USUAL);
    ParameterEstimate other = (ParameterEstimate) model.fit(shuffled.triples(), FitRules.USUAL);
    assertThat(other.values()).containsExactly(one.values());
    assertThat(other.logLikelihood()).isEqualTo(one.logLikelihood());
  }

  @Test
  void a_penalty_keeps_parameters_small() {
    PurchaseModel model = PurchaseModel.byName("bg-nbd");
    ParameterEstimate plain = (ParameterEstimate) model.fit(CdnowData.triples(), FitRules.USUAL);
    ParameterEstimate held =
        (ParameterEstimate) model.fit(CdnowData.triples(), new FitRules(50, 0.01));
    assertThat(held.parameters().get("alpha")).isLessThan(plain.parameters().get("alpha"));
    assertThat(held.logLikelihood()).isLessThan(plain.logLikelihood());
  }

  @Test
  void a_later_span_has_a_log_likelihood_of_its_own() {
    PurchaseModel model = PurchaseModel.byName("pareto-nbd");
    double[] p = {0.553, 10.578, 0.606, 11.669};
    HistoryCounts before =
        new HistoryCounts.HistoryCounter().add(new PurchaseHistory(2, 30, 39), 1).triples();
    HistoryCounts silent =
        new HistoryCounts.HistoryCounter().add(new PurchaseHistory(2, 30, 78), 1).triples();
    double later = model.logLikelihood(silent, p) - model.logLikelihood(before, p);
    double chance = model.forecast(p).chanceOfPurchase(new PurchaseHistory(2, 30, 39), 39);
    assertThat(Math.exp(later)).isCloseTo(1 - chance, within(1e-12));
  }

  @Test
  void what_nobody_can_have_done_is_refused() {
    assertThatThrownBy(() -> new PurchaseHistory(1, 5, 4))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PurchaseHistory(-1, 0, 4))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PurchaseHistory(0, 1, 4))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PurchaseHistory(1, 1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PurchaseHistory(1, 1, 1e10))
        .isInstanceOf(IllegalArgumentException.class);
    for (double[] g : new double[][] {{1, 0, 1}, {0, 1, 1}, {1, 1, 0}, {1, Double.NaN, 1}}) {
      assertThatThrownBy(() -> RepeatSpend.SpendGroup.alike(g[0], g[1], g[2]))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> RepeatSpend.SpendGroup.alike(1, Double.POSITIVE_INFINITY, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PurchaseModel.byName("bg-cnbd-1"))
        .hasMessageContaining("bg-cnbd-1 is not a model");
    for (int[] model : new int[][] {{0, 0}, {10, 0}, {1, -1}, {1, 2}}) {
      assertThatThrownBy(() -> new BetaGeometric(model[0], model[1]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bg-nbd", "mbg-nbd", "pareto-nbd", "bg-cnbd-2", "mbg-cnbd-9"})
  void a_model_is_found_by_the_name_it_has(String name) {
    assertThat(PurchaseModel.byName(name).name()).isEqualTo(name);
  }

  @Test
  void of_regular_buyers_the_gaps_between_purchases_count() {
    HistoryCounts.HistoryCounter counter =
        new HistoryCounts.HistoryCounter().add(new PurchaseHistory(2, 30, 39), 1);
    double[] parameters = {1, 8, 1, 3};
    double without = new BetaGeometric(3, 1).logLikelihood(counter.triples(), parameters);
    double with = new BetaGeometric(3, 1).logLikelihood(counter.logGaps(5).triples(), parameters);
    assertThat(with - without).isCloseTo(2 * 5, within(1e-12));
    assertThat(new BetaGeometric(1, 1).logLikelihood(counter.triples(), parameters))
        .isEqualTo(
            new BetaGeometric(1, 1)
                .forecast(parameters)
                .logLikelihood(new PurchaseHistory(2, 30, 39)));
  }
}
