package dev.dangol.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.report.data.CrowdedShop;
import dev.dangol.report.data.NeedSummary.ServiceLine;
import dev.dangol.report.data.ReportOptions;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ContactWordsTest {
  @Test
  void themes_are_told_up_to_those_that_cover_practically_all_cases() {
    assertThat(coverage("en", 0.5, 0.604, 0.75))
        .isEqualTo(
            "The 30 most frequent themes cover 50\u00a0% of the cases, the 50 most frequent"
                + " 60\u00a0%, the 100 most frequent 75\u00a0%.");
    assertThat(coverage("en", 0.5, 0.604, 1))
        .isEqualTo(
            "The 30 most frequent themes cover 50\u00a0% of the cases, the 50 most frequent"
                + " 60\u00a0%, the 100 most frequent practically all of them.");
    assertThat(coverage("en", 0.97, 0.996, 1))
        .isEqualTo(
            "The 30 most frequent themes cover 97\u00a0% of the cases, the 50 most frequent"
                + " practically all of them.");
    assertThat(coverage("en", 1, 1, 1)).isEqualTo("At most 30 themes cover practically all cases.");
    assertThat(coverage("ko", 0.97, 1, 1)).isEqualTo("가장 잦은 주제 30개가 문의의 97%, 50개가 거의 전부를 차지합니다.");
  }

  private static String coverage(String language, double... shares) {
    ReportOptions options = CrowdedShop.options(language);
    return PageView.of(CrowdedShop.story(), options)
        .contactWords()
        .coverage(
            new ServiceLine(
                OptionalDouble.empty(),
                DoubleStream.of(shares).mapToObj(OptionalDouble::of).toList(),
                OptionalDouble.empty()));
  }
}
