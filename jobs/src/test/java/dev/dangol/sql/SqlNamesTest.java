package dev.dangol.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlNamesTest {
  @Test
  void columns_are_those_that_are_looked_at_and_no_word_of_a_text() {
    assertThat(
            SqlNames.columns(
                "Net_Sales_Lifetime > 9 AND favourite_category = 'city' AND `fit_level_big-tea` ="
                    + " 'perfect' AND exists(flags, one -> one = lower(region)) AND"
                    + " attributes['age'] > 3"))
        .containsExactlyInAnyOrder(
            "net_sales_lifetime",
            "favourite_category",
            "fit_level_big-tea",
            "flags",
            "region",
            "attributes");
    assertThat(SqlNames.columns("`관심사` = '차' AND `지역_1` IS NULL"))
        .containsExactlyInAnyOrder("관심사", "지역_1");
    assertThat(SqlNames.columns("true")).isEmpty();
    assertThat(SqlNames.columns("net_sales >")).isEmpty();
  }

  @Test
  void keys_of_maps_are_those_that_are_written_out() {
    assertThat(SqlNames.writtenKeys("map('city', place.city, '관심사', 'x', 'age', years)"))
        .containsExactly("city", "관심사", "age");
    assertThat(
            SqlNames.writtenKeys(
                "map_filter(map('age', age, 'kids', kids), (name, value) -> value IS NOT NULL)"))
        .containsExactly("age", "kids");
    assertThat(SqlNames.writtenKeys("from_json(about, 'map<string,string>')")).isEmpty();
    assertThat(SqlNames.writtenKeys("attributes")).isEmpty();
  }

  @Test
  void every_key_is_known_where_nothing_but_a_written_map_can_give_one() {
    assertThat(SqlNames.writesEveryKey("map('city', place.city)")).isTrue();
    assertThat(SqlNames.writesEveryKey("map_filter(map('a', b), (k, v) -> v IS NOT NULL)"))
        .isTrue();
    assertThat(SqlNames.writesEveryKey("map_concat(map('a', b), more)")).isFalse();
    assertThat(SqlNames.writesEveryKey("map_filter(more, (k, v) -> map('a', v)['a'] = 'x')"))
        .isFalse();
    assertThat(SqlNames.writesEveryKey("attributes")).isFalse();
  }

  @Test
  void keys_are_looked_up_in_each_way_that_sql_has() {
    String looks =
        "attributes['city'] = 'Seoul' OR try_element_at(ATTRIBUTES, 'age') > 3 OR attributes.role ="
            + " 'buyer' OR other['x'] = 'y' OR map_contains_key(attributes, '종교')";
    assertThat(SqlNames.lookedUpKeys(looks, "attributes"))
        .containsExactlyInAnyOrder("city", "age", "role", "종교");
  }
}
