package dev.dangol.job.cohorts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dangol.config.GivenConfig;
import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.problem.BadSetting;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules over attributes of customers: what they may not name, and what an earlier day knows. */
class AttributeRulesTest {
  private static final String RECORDS =
      """
      dangol.sources.customers { format = csv, path = "people.csv", columns {
        customer_id = "c", attributes = "map('city', city, 'Health', h)" } }
      """;
  private static final String CRITERION =
      "[{ name = x, feature = %s, weight = 1, viable-from = 1, perfect-from = 2 }]";

  @TempDir private Path folder;

  private Settings settings(String... sets) {
    return SettingsReader.read(
        GivenConfig.with(GivenConfig.file(folder, GivenConfig.PURCHASES + RECORDS), sets));
  }

  @Test
  void a_rule_that_names_a_sensitive_attribute_is_refused_wherever_it_stands() {
    Settings wrong =
        settings(
            "cohorts.well.where=HEALTH = 'good'",
            "cohorts.devout.where=attributes['Health'] = 'x' AND city = 'religion'",
            "export.targets.mail={format=csv,consent=email,where=\"attributes.`Health` IS NULL\"}",
            "scorecard.criteria=" + CRITERION.formatted("Health"));
    assertThat(
            catchThrowableOfType(BadSetting.class, () -> AttributeRules.prove(wrong))
                .getMessage()
                .lines())
        .hasSize(4)
        .allMatch(line -> line.contains("is a sensitive attribute. Take it out of the rule"))
        .anyMatch(line -> line.startsWith("cohorts.well.where = \"HEALTH = 'good'\": health is"))
        .anyMatch(line -> line.startsWith("cohorts.devout.where") && line.contains(": health is"))
        .anyMatch(line -> line.startsWith("export.targets.mail.where") && line.contains("health"))
        .anyMatch(line -> line.startsWith("scorecard.criteria x, feature = Health: health is"));
  }

  @Test
  void a_key_that_no_record_can_have_is_refused_with_the_nearest_and_any_other_is_not() {
    Settings wrong = settings("cohorts.x.where=attributes['citty'] = 'x'");
    assertThat(catchThrowableOfType(BadSetting.class, () -> AttributeRules.prove(wrong)))
        .hasMessage(
            "cohorts.x.where = \"attributes['citty'] = 'x'\": there is no attribute citty; the"
                + " nearest is city.");
    String open = "sources.customers.columns.attributes=from_json(about, 'map<string,string>')";
    AttributeRules.prove(settings(open, "cohorts.x.where=attributes['citty'] = 'x'"));
    assertThat(
            catchThrowableOfType(
                BadSetting.class,
                () ->
                    AttributeRules.prove(settings(open, "cohorts.x.where=attributes.`종교` = 'x'"))))
        .hasMessageContaining("종교 is a sensitive attribute");
  }

  @Test
  void what_is_allowed_or_no_attribute_is_not_refused() {
    assertThatCode(
            () ->
                AttributeRules.prove(
                    settings(
                        "privacy.sensitive-attributes-allowed=[health]",
                        "cohorts.well.where=health = 'good' AND attributes['Health'] IS NOT NULL",
                        "cohorts.text.where=city = 'religion' AND segment_name = 'health'")))
        .doesNotThrowAnyException();
  }

  @Test
  void the_first_column_that_an_earlier_day_does_not_know_is_told() {
    assertThat(AttributeRules.undated(settings("cohorts.x.where=city = '서울'"))).isEmpty();
    assertThat(AttributeRules.undated(settings("cohorts.ideal.where=frequency > 2"))).isEmpty();
    assertThat(AttributeRules.undated(settings("cohorts.ideal.where=CITY = '서울'")))
        .contains("city");
    assertThat(AttributeRules.undated(settings("cohorts.ideal.where=attributes['age'] = '9'")))
        .contains("attributes");
    assertThat(
            AttributeRules.undated(settings("scorecard.criteria=" + CRITERION.formatted("city"))))
        .contains("city");
    String lasts = "proof.lasting-attributes=[City]";
    assertThat(
            AttributeRules.undated(
                settings(lasts, "cohorts.ideal.where=city = '서울' AND attributes['city'] > ''")))
        .isEmpty();
    assertThat(AttributeRules.undated(settings(lasts, "cohorts.ideal.where=size(attributes) > 1")))
        .contains("attributes");
    assertThat(AttributeRules.undated(settings(lasts, "cohorts.ideal.where=company_id = 'x'")))
        .contains("company_id");
    assertThat(
            AttributeRules.undated(
                settings(
                    "scorecard.profiles.tea={where=\"company_id ="
                        + " 'x'\",viable-from=5,perfect-from=7,criteria="
                        + CRITERION.formatted("frequency")
                        + "}",
                    "cohorts.ideal.where=fit_level_tea = 'perfect'")))
        .contains("company_id");
  }
}
