package dev.dangol.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attributes of customers that rules name as columns, and as features of criteria. */
class AttributeNamesTest {
  private static final String RECORDS =
      """
      dangol.sources.customers { format = csv, path = "people.csv", columns {
        customer_id = "c"
        attributes = "map('city', city, 'age', age, 'religion', church, 'Country', land, 'rank', r, 'City', again, 'postcode', zip, 'contribution_purchase', x, '관심사', hobby, 'two words', w)" } }
      """;

  @TempDir private Path folder;

  private Settings settings(String... sets) {
    return SettingsReader.read(
        GivenConfig.with(GivenConfig.file(folder, GivenConfig.PURCHASES + RECORDS), sets));
  }

  @Test
  void an_attribute_is_a_column_where_its_name_is_free_and_not_sensitive() {
    AttributeNames names = AttributeNames.of(settings());
    assertThat(names.columns()).containsExactly("city", "age", "관심사");
    assertThat(names.refused()).containsExactly("religion");
    assertThat(
            AttributeNames.of(settings("privacy.sensitive-attributes-allowed=[Religion]"))
                .columns())
        .contains("religion");
  }

  @Test
  void without_records_there_is_none() {
    Settings bare = SettingsReader.read(GivenConfig.file(folder, GivenConfig.PURCHASES));
    assertThat(AttributeNames.of(bare).columns()).isEmpty();
    assertThat(AttributeNames.of(bare).refused()).isEmpty();
  }

  @Test
  void criteria_take_attributes_effort_and_referrals_and_suggest_the_nearest() {
    String criterion =
        "scorecard.criteria=[{ name = x, feature = %s, weight = 1, viable-from = 1, perfect-from ="
            + " 2 }]";
    for (String feature : new String[] {"age", "return_on_effort", "network_customers"}) {
      assertThat(settings(criterion.formatted(feature)).scorecard().criteria().get(0).feature())
          .isEqualTo(feature);
    }
    assertThat(
            GivenConfig.faults(
                GivenConfig.with(
                    GivenConfig.file(folder, GivenConfig.PURCHASES + RECORDS),
                    criterion.formatted("retrun_on_effort"))))
        .singleElement()
        .asString()
        .contains("Did you mean return_on_effort?");
  }
}
