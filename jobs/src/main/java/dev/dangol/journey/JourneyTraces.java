package dev.dangol.journey;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.lit;

import dev.dangol.config.JourneyGoal;
import dev.dangol.config.JourneySettings;
import dev.dangol.config.ProductClass;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.NetworkColumns;
import dev.dangol.table.results.JourneyColumns;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Journeys of all people as of a day, followed in one pass. The rows of every source are laid side
 * by side by person and sorted in time.
 *
 * @param settings the stages, goals, classes and spans
 * @param machine an open or click sooner after the sending is a machine's
 * @param asOf the day
 */
public record JourneyTraces(JourneySettings settings, Duration machine, AsOf asOf) {
  private static final String RING = "ring";

  /**
   * One row per journey, and one per goal and person of what belongs to none, with the columns that
   * {@link JourneyStatistics} reads.
   *
   * @param clean the rows of each configured source
   * @param network the rows of {@code referral_network}; empty where there are none
   * @param contacts the stream of contact; empty where no stage looks at it
   */
  public Dataset<Row> of(
      Map<Source, Dataset<Row>> clean,
      Optional<Dataset<Row>> network,
      Optional<Dataset<Row>> contacts) {
    JourneyRules rules = rules(clean.keySet());
    TraceSources sources =
        new TraceSources(new TraceMarks(settings, rules), asOf, clean.containsKey(Sources.COSTS));
    List<Dataset<Row>> parts = new ArrayList<>();
    add(parts, clean, Sources.PURCHASES, sources::purchases);
    add(parts, clean, Sources.ENGAGEMENT, sources::engagement);
    add(parts, clean, Sources.MESSAGES, sources::messages);
    add(parts, clean, Sources.SUPPORT, sources::support);
    add(parts, clean, Sources.REFERRALS, sources::referrals);
    network.ifPresent(rows -> parts.add(rings(rows)));
    contacts.ifPresent(
        rows ->
            parts.add(
                new StageContacts(settings.stages(), asOf, clean.containsKey(Sources.COSTS))
                    .rows(rows)));
    Dataset<Row> all = parts.stream().reduce(Dataset::union).orElseThrow();
    Column[] person = {JourneyColumns.CUSTOMER_ID.col(), JourneyColumns.VISITOR_ID.col()};
    return all.repartition(person)
        .sortWithinPartitions(person[0], person[1], TraceColumns.LATER.col(), TraceColumns.AT.col())
        .mapPartitions(new TraceReader(rules), Encoders.row(Field.schema(TrackColumns.ALL)));
  }

  /**
   * The columns of {@code journeys} that are known before costs are spread.
   *
   * @param followed the rows that {@link #of} gives
   */
  public Dataset<Row> journeys(Dataset<Row> followed) {
    List<Column> columns = new ArrayList<>();
    columns.add(SharedColumns.AS_OF.is(asOf.column()));
    JourneyColumns.FOLLOWED.forEach(field -> columns.add(field.col()));
    return followed
        .where(TrackColumns.STATE.col().isNotNull())
        .select(columns.toArray(Column[]::new));
  }

  private static void add(
      List<Dataset<Row>> parts,
      Map<Source, Dataset<Row>> clean,
      Source source,
      Function<Dataset<Row>, Dataset<Row>> rows) {
    Optional.ofNullable(clean.get(source)).map(rows).ifPresent(parts::add);
  }

  /** The people who are part of a ring of referrals. */
  private static Dataset<Row> rings(Dataset<Row> network) {
    return network
        .where(array_contains(NetworkColumns.FLAGS.col(), RING))
        .select(
            new TraceShape(TraceKind.RING, SharedColumns.AS_OF)
                .with(JourneyColumns.CUSTOMER_ID, SharedColumns.CUSTOMER_ID.col())
                .with(TraceColumns.AT, lit(0L))
                .with(TraceColumns.KEY, lit(RING))
                .columns());
  }

  /**
   * The settings as the rules that journeys are followed by.
   *
   * @param sources those that are configured, without which some drivers are not known
   */
  public JourneyRules rules(Set<Source> sources) {
    List<GoalRule> goals = new ArrayList<>();
    for (JourneyGoal goal : settings.goals()) {
      Long worth = goal.isOfEvents() ? goal.worth().map(JourneyTraces::units).orElse(null) : null;
      goals.add(new GoalRule(goals.size(), goal.name(), worth));
    }
    List<String> drivers = new ArrayList<>();
    if (sources.contains(Sources.SUPPORT)) {
      drivers.add(JourneyRules.QUICK_REPLY);
    }
    if (sources.contains(Sources.REFERRALS)) {
      drivers.add(JourneyRules.REFERRAL);
    }
    if (sources.contains(Sources.ENGAGEMENT)) {
      drivers.addAll(settings.drivers().keySet());
    }
    return new JourneyRules(
        settings.stages().stream().map(stage -> stage.name()).toList(),
        List.copyOf(goals),
        settings.classes().stream().map(JourneyTraces::band).toList(),
        List.copyOf(drivers),
        times());
  }

  private JourneyTimes times() {
    var spans = settings.spans();
    return new JourneyTimes(
        JourneyTimes.micros(Duration.ofDays(spans.sleepDays())),
        JourneyTimes.micros(Duration.ofHours(spans.restHours())),
        JourneyTimes.micros(machine),
        JourneyTimes.micros(Duration.ofHours(spans.repairHours())),
        JourneyTimes.micros(asOf.end()));
  }

  private static BandRule band(ProductClass known) {
    return new BandRule(
        known.name(),
        known.categories(),
        known.from().orElse(Double.NaN),
        known.to().orElse(Double.NaN));
  }

  private static Long units(BigDecimal amount) {
    return amount.movePointRight(4).setScale(0, java.math.RoundingMode.HALF_UP).longValueExact();
  }
}
