package dev.dangol.config.hocon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.GivenConfig;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingFaultsTest {
  @TempDir Path folder;

  /** Each line: a setting below dangol, and the message about it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "as-of = 2018-02-30 | as-of is \"2018-02-30\", but must be a day written as 2018-07-01.",
        "as-of = 20180701 | as-of is \"20180701\", but must be a day written as 2018-07-01.",
        "time-zone = Asia/Seol | time-zone is \"Asia/Seol\", but must be a time zone such as Asia/Seoul, UTC or +09:00. Did you mean Asia/Seoul?",
        "currency = krw | currency is \"krw\", but must be an ISO 4217 currency code such as KRW or USD. Did you mean KRW?",
        "currency = [KRW] | currency is a list, but must be an ISO 4217 currency code such as KRW or USD.",
        "currency = null | currency is not set; it must be an ISO 4217 currency code such as KRW or USD.",
        "warehouse.path = \"  \" | warehouse.path is \"  \", but must be a text that is not blank.",
        "warehouse.catalog = \"a b\" | warehouse.catalog is \"a b\", but must be letters, digits, dashes and underscores, or empty.",
        "warehouse.schema = shop | warehouse.schema has no catalog; set warehouse.catalog too.",
        "warehouse = here | warehouse is a value, but must be a section in braces.",
        "quality.max-rejected-share = 1.5 | quality.max-rejected-share is \"1.5\", but must be a share from 0 to 1.",
        "quality.max-rejected-share = NaN | quality.max-rejected-share is \"NaN\", but must be a share from 0 to 1.",
        "quality.rating-scale = [5, 1] | quality.rating-scale must hold two values, the smaller one first, as in [1, 5].",
        "quality.future-tolerance-hours = -1 | quality.future-tolerance-hours is \"-1\", but must be a whole number of 0 or more.",
        "quality.future-tolerance-hours = 1.5 | quality.future-tolerance-hours is \"1.5\", but must be a whole number of 0 or more.",
        "quality.volume-range = [0, 4] | quality.volume-range holds \"0\", but must be a number above 0.",
        "quality.volume-range = [4, 1] | quality.volume-range must hold two values, the smaller one first, as in [1, 5].",
        "quality.on-change = ignore | quality.on-change is \"ignore\", but must be one of warn stop.",
        "quality.max-age-days = 0 | quality.max-age-days is \"0\", but must be a whole number of 1 or more.",
        "quality.rating-scale = [1, 3, 5] | quality.rating-scale must hold two values, the smaller one first, as in [1, 5].",
        "features.windows = [] | features.windows is empty; it must be a list of at least one value.",
        "features.windows = [30, 0, 365] | features.windows holds \"0\", but must be a whole number of 1 or more.",
        "features.windows = [30, 7.5] | features.windows holds \"7.5\", but must be a whole number of 1 or more.",
        "features.windows = [30, 90, 30] | features.windows holds 30 twice; once is enough.",
        "features.qualities.pays.frequency = 1 | features.qualities.pays is not a quality. Did you mean dangol.features.qualities.pay?",
        "features.qualities.pay.ordervalue = 1 | features.qualities.pay.ordervalue is not a number or flag of customer_features that a quality can be made from. Did you mean dangol.features.qualities.pay.order_value?",
        "features.qualities.refer.quality_pay = 1 | features.qualities.refer.quality_pay is not a number or flag of customer_features that a quality can be made from.",
        "features.qualities.return { frequency = 0, days_since_last_order = 0, promotion_free_share = null } | features.qualities.return is made from nothing; give one feature a weight at least.",
        "features.qualities.pay.frequency = much | features.qualities.pay.frequency is \"much\", but must be a number.",
        "features.qualities.refer.dangol_index = 1 | features.qualities.refer.dangol_index is not a number or flag of customer_features that a quality can be made from.",
        "features.dangol-index.pay = -1 | features.dangol-index.pay is \"-1\", but must be a number of 0 or more.",
        "features.dangol-index.pays = 1 | features.dangol-index.pays is not a quality. Did you mean dangol.features.dangol-index.pay?",
        "features.dangol-index { pay = 0, appreciate = 0, communicate = 0, return = 0, refer = 0 } | features.dangol-index is made from nothing; give one quality a weight at least.",
        "features.rfm.quantiles = 0 | features.rfm.quantiles is \"0\", but must be a whole number of 1 or more.",
        "features.rfm.recency-days = [30, 60] | features.rfm.recency-days must hold one cut point fewer than there are scores, which are 5.",
        "features.rfm.monetary = [1, 2, 2, 4] | features.rfm.monetary holds 2.0 twice; once is enough.",
        "features.rfm.groups = [{ name = a, recency = [1, 6] }] | features.rfm.groups[1].recency must hold the lowest and the highest score of the group, or one alone, from 1 to 5.",
        "features.rfm.groups = [{ name = a, frequency = [1, 2, 3] }] | features.rfm.groups[1].frequency must hold the lowest and the highest score of the group, or one alone, from 1 to 5.",
        "features.rfm.groups = [{ monetary = 5 }] | features.rfm.groups[1].name is not set; it must be a text that is not blank.",
        "features.cycle-days = 0 | features.cycle-days is \"0\", but must be a whole number of 1 or more.",
        "features.repeat-orders = 1 | features.repeat-orders is \"1\", but must be a whole number of 2 or more.",
        "features.referral-generations = 11 | features.referral-generations is \"11\", but must be a whole number from 1 to 10.",
        "features.repeat-days = [30, 7, 30] | features.repeat-days holds 30 twice; once is enough.",
        "value.margin = 30% | value.margin is \"30%\", but must be a share from 0 to 1.",
        "value.models = [bgnbd] | value.models holds \"bgnbd\", but must be one of bg-nbd mbg-nbd pareto-nbd bg-cnbd-2 bg-cnbd-3 bg-cnbd-4 mbg-cnbd-2 mbg-cnbd-3 mbg-cnbd-4 learned. Did you mean bg-nbd?",
        "value.horizons = [-1] | value.horizons holds \"-1\", but must be a whole number of 1 or more.",
        "value.discount-rate = 10 | value.discount-rate is \"10\", but must be a share from 0 to 1.",
        "value.clv-months = 0 | value.clv-months is \"0\", but must be a whole number of 1 or more.",
        "value.penalty = -1 | value.penalty is \"-1\", but must be a number of 0 or more.",
        "segments.k = many | segments.k is \"many\", but must be auto or a whole number of 1 or more.",
        "segments.k = 0 | segments.k is \"0\", but must be auto or a whole number of 1 or more.",
        "segments.k-range = [10, 3] | segments.k-range must hold two values, the smaller one first, as in [1, 5].",
        "segments.min-share = -0.1 | segments.min-share is \"-0.1\", but must be a share from 0 to 1.",
        "segments.seed = 1e30 | segments.seed is \"1e30\", but must be a whole number.",
        "segments.features = [frequencies] | segments.features holds \"frequencies\", but must be a numeric column of customer_features. Did you mean frequency?",
        "segments.features = [first_order_on] | segments.features holds \"first_order_on\", but must be a numeric column of customer_features.",
        "segments.max-correlation = 2 | segments.max-correlation is \"2\", but must be a share from 0 to 1.",
        "segments.refit-days = 0 | segments.refit-days is \"0\", but must be a whole number of 1 or more.",
        "segments.names.s1.fr = Fidèle | segments.names.s1.fr is not a setting.",
        "segments.kk = 3 | segments.kk is not a setting. Did you mean dangol.segments.k?",
        "segmnets.k = 3 | segmnets is not a setting. Did you mean dangol.segments?",
        "windows = [30] | windows is not a setting. Did you mean dangol.features.windows?",
        "colour = red | colour is not a setting.",
        "scorecard.viable-from = 101 | scorecard.viable-from is \"101\", but must be a number of points from 0 to 100.",
        "scorecard.viable-from = 80 | scorecard.viable-from is above perfect-from; perfect is the higher level.",
        "scorecard.criteria = [{ name = a, feature = clv, weight = 1, cuts = percentile, viable-from = 40, perfect-from = 101 }] | scorecard.criteria[1].perfect-from is \"101\", but must be a percentile rank from 0 to 100.",
        "scorecard.criteria = [{ name = a, feature = expected_orders_31d, weight = 1, viable-from = 4, perfect-from = 5 }] | scorecard.criteria[1].feature is \"expected_orders_31d\", but must be a numeric column or a flag of customer_features, customer_value or customer_likelihoods, distance, journey_days, journey_back_steps or contribution of a goal, a number of effort or referral_network, or an attribute of customers that holds numbers. Did you mean expected_orders_30d?",
        "scorecard.profiles.main { where = true, viable-from = 1, perfect-from = 2, criteria = [{ name = a, feature = clv, weight = 1, viable-from = 4, perfect-from = 5 }] } | scorecard.profiles.main is the scorecard itself; give the profile another name.",
        "scorecard.criteria = [] | scorecard.criteria is empty; it must be a list of at least one value.",
        "scorecard.criteria = [pays] | scorecard.criteria[1] is a value, but must be a section in braces.",
        "cohorts.Big.where = x | cohorts.Big is no name for a cohort; it must be small letters, digits, dashes and underscores, a letter first.",
        "cohorts.big {} | cohorts.big.where is not set; it must be SQL, not blank, and without reflect and java_method, which would run any Java.",
        "cohorts.big.where = \"java_method('a.B', 'c')\" | cohorts.big.where is \"java_method('a.B', 'c')\", but must be SQL, not blank, and without reflect and java_method, which would run any Java.",
        "cohorts.big = x | cohorts.big is a value, but must be a section in braces.",
        "cohorts.big { where = x, were = y } | cohorts.big.were is not a setting. Did you mean dangol.cohorts.big.where?",
        "journey.stages.discovery { event = [view], where = \"true\" } | journey.stages.discovery.event is not a setting. Did you mean dangol.journey.stages.discovery.events?",
        "journey.stages.Big = view | journey.stages.Big is no name for a stage; it must be small letters, digits, dashes and underscores, a letter first.",
        "journey.order = [discovery, doubt, decision] | journey.order names doubt, which dangol.journey.stages does not set.",
        "journey.order = [discovery] | journey.order has fewer than two stages that are set; one must lead to the goal, and one come after it.",
        "journey.goals.a { events = [signupp] } | journey.goals.a.events holds \"signupp\", but must be an event that ingest knows or sources.engagement.events maps. Did you mean signup?",
        "journey.goals.a { events = [signup], kind = revenue } | journey.goals.a.kind is revenue, but only a goal of count has events.",
        "journey.goals.a { events = [signup], where = \"true\" } | journey.goals.a.where stands beside events; a goal is of orders or of events.",
        "journey.goals.a { target = 0 } | journey.goals.a.target is \"0\", but must be an amount above 0.",
        "journey.bands { fast = [0, 7] } | journey.bands.fast is no class of dangol.journey.classes; name it there.",
        "export.formats = [csv] | export.formats is no setting any more: describe each file under dangol.export.targets, with its own format and min-size.",
        "export.min-size = 9 | export.min-size is no setting any more: describe each file under dangol.export.targets, with its own format and min-size.",
        "export.targets.a { format = hubspott, cohorts = ideal, consent = ads, columns = email } | export.targets.a.format is \"hubspott\", but must be one of csv google-customer-match hubspot kakao-channel klaviyo-list linkedin-contacts mailchimp message-dealer meta-custom-audience template tiktok x xlsx. Did you mean hubspot?",
        "export.targets.a { format = x, cohorts = [ideel], consent = ads } | export.targets.a.cohorts holds \"ideel\", but must be the name of a cohort: ideal market target. Did you mean ideal?",
        "export.targets.a { format = x, consent = ads } | export.targets.a names nobody: set cohorts, segments or where.",
        "export.targets.a { format = x, cohorts = ideal, consent = none } | export.targets.a.basis is not set; say on which basis customers are exported without their consent.",
        "export.targets.a { format = x, cohorts = ideal } | export.targets.a.consent is not set; name the consent that customers must have given, such as email or ads, or none with a basis.",
        "export.targets.a { format = x, cohorts = ideal, consent = ads, hashed = true } | export.targets.a.hashed means nothing to the format x.",
        "export.targets.a { format = csv, cohorts = ideal, consent = ads, columns = [e-mail] } | export.targets.a.columns holds \"e-mail\", but must be customer_id, pseudonym, name, first_name, last_name, email, phone, address, country, or a column of customer_features, customer_value, customer_segments or customer_fit. Did you mean email?",
        "export.targets.a { format = csv, cohorts = ideal, consent = ads, columns = [pseudonym] } | export.targets.a holds the column pseudonym, and dangol.export.pseudonym-key is not set: write pseudonym-key = ${?DANGOL_PSEUDONYM_KEY}, and set that variable; without a key there are no pseudonyms.",
        "export.require-consent = maybe | export.require-consent is \"maybe\", but must be one of true false.",
        "report.language = kr | report.language is \"kr\", but must be one of en ko. Did you mean ko?",
        "report.directory = \"\" | report.directory is \"\", but must be a text that is not blank.",
        "contacts.business-hours.days = [monday] | contacts.business-hours.days holds \"monday\", but must be one of mon tue wed thu fri sat sun.",
        "contacts.business-hours.from = \"9:00\" | contacts.business-hours.from is \"9:00\", but must be a time of day written as 09:00.",
        "contacts.business-hours.holidays = [\"2024-12-32\"] | contacts.business-hours.holidays holds \"2024-12-32\", but must be a day written as 2018-07-01.",
        "contacts.relevance.high-risk-after = 2 | contacts.relevance.high-risk-after is smaller than dangol.contacts.relevance.some-risk-after.",
        "contacts.landmark-days = 0 | contacts.landmark-days is \"0\", but must be a whole number of 1 or more.",
        "contacts.business-hours.to = \"08:00\" | contacts.business-hours.to must be after dangol.contacts.business-hours.from.",
        "benchmarks.x { value = 1 } | benchmarks.x.source is not set; it must be a text that is not blank.",
        "benchmarks.x { source = y } | benchmarks.x needs either a value or a range.",
      })
  void a_fault_names_file_line_key_and_what_is_legal(String setting, String complaint) {
    ConfigLayers layers = GivenConfig.file(folder, "# a shop\ndangol {\n  " + setting + "\n}\n");

    assertThat(GivenConfig.faults(layers))
        .containsExactly("shop.conf, line 3: dangol." + complaint);
  }

  @Test
  void criteria_are_checked_one_by_one() {
    ConfigLayers layers =
        GivenConfig.file(
            folder,
            """
            dangol.scorecard.criteria = [
              { name = pays, feature = quality_pay, weight = 1, viable-from = 40, perfect-from = 70 }
              { name = pays, feature = qualty_pay, weight = 0, viable-from = 40, perfect = 70 }
            ]
            """);

    assertThat(GivenConfig.faults(layers))
        .containsExactlyInAnyOrder(
            "The settings have 5 faults:",
            "shop.conf, line 3: dangol.scorecard.criteria[2].feature is \"qualty_pay\", but must be a"
                + " numeric column or a flag of customer_features, customer_value or"
                + " customer_likelihoods, distance, journey_days, journey_back_steps or"
                + " contribution of a goal, a number of effort or referral_network, or an"
                + " attribute of customers that holds numbers. Did you mean quality_pay?",
            "shop.conf, line 3: dangol.scorecard.criteria[2].weight is \"0\", but must be a number"
                + " above 0.",
            "shop.conf, line 3: dangol.scorecard.criteria[2].perfect-from is not set; it must be a"
                + " number.",
            "shop.conf, line 3: dangol.scorecard.criteria[2].name is taken: every criterion needs a"
                + " name of its own.",
            "shop.conf, line 3: dangol.scorecard.criteria[2].perfect is not a setting. Did you mean"
                + " dangol.scorecard.criteria[2].perfect-from?");
  }

  @Test
  void all_faults_are_reported_at_once_in_the_order_of_the_file() {
    ConfigLayers layers =
        GivenConfig.with(
            GivenConfig.file(
                folder, "dangol {\n segments.sed = 1\n currency = 410\n}\nshop = mine\n"),
            "report.language=de");

    assertThat(GivenConfig.faults(layers))
        .containsExactly(
            "The settings have 4 faults:",
            "--set report.language: dangol.report.language is \"de\", but must be one of en ko.",
            "shop.conf, line 2: dangol.segments.sed is not a setting. Did you mean"
                + " dangol.segments.seed?",
            "shop.conf, line 3: dangol.currency is \"410\", but must be an ISO 4217 currency code"
                + " such as KRW or USD.",
            "shop.conf, line 5: shop is not a setting.");
  }

  @Test
  void a_value_in_place_of_everything_is_one_fault() {
    assertThat(GivenConfig.faults(GivenConfig.file(folder, "dangol = shop")))
        .containsExactly("shop.conf, line 1: dangol is a value, but must be a section in braces.");
  }

  @Test
  void a_setting_outside_dangol_is_reported_where_it_belongs() {
    assertThat(GivenConfig.faults(GivenConfig.file(folder, "segments { k = 3 }")))
        .containsExactly(
            "shop.conf, line 1: segments is not a setting. Did you mean dangol.segments?");
  }

  @Test
  void a_faulty_variable_is_called_by_its_name() {
    ConfigLayers layers = GivenConfig.with(GivenConfig.sets(), Map.of("DANGOL_SEGMENTS_SEED", "x"));

    assertThat(GivenConfig.faults(layers))
        .containsExactly(
            "environment variable DANGOL_SEGMENTS_SEED: dangol.segments.seed is \"x\", but must be"
                + " a whole number.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "currency | --set: \"currency\" is not of the form key=value.",
        "=KRW | --set: \"\" is not of the form key=value.",
        "a..b=1 | --set a..b: \"a..b\" is not a key; write it as in report.language=ko.",
        "segments.kk=1 | --set segments.kk: dangol.segments.kk is not a setting. Did you mean dangol.segments.k?",
        "segments=3 | --set segments: dangol.segments is a value, but must be a section in braces.",
      })
  void a_faulty_set_is_called_by_its_key(String set, String message) {
    assertThat(GivenConfig.faults(GivenConfig.sets(set))).containsExactly(message);
  }

  @Test
  void a_set_that_is_no_hocon_says_so() {
    assertThat(GivenConfig.faults(GivenConfig.sets("features.windows=[30,")))
        .singleElement()
        .asString()
        .startsWith("--set features.windows: ");
  }
}
