package dev.dangol.job.export;

import dev.dangol.cohorts.Membership;
import dev.dangol.config.Settings;
import dev.dangol.config.export.ExportTarget;
import dev.dangol.export.AudienceList;
import dev.dangol.export.ExportMember;
import dev.dangol.export.ExportRules;
import dev.dangol.export.ExportTask;
import dev.dangol.export.GateReason;
import dev.dangol.export.ListExport;
import dev.dangol.export.TargetExport;
import dev.dangol.job.JobContext;
import dev.dangol.table.results.ColumnMeanings;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Pass over the customers of all lists, of whom one partition at a time is in memory. */
final class AudiencePass {
  private static final String KOREAN = "ko";

  private final Settings settings;
  private final JobContext day;
  private final MemberRows reading;
  private final Dataset<Row> members;
  private final Dataset<Row> unwilling;

  /**
   * Prepares the pass.
   *
   * @throws dev.dangol.problem.BadSetting where a predicate or an expression of a target is wrong
   */
  AudiencePass(JobContext day, List<ExportTarget> targets) {
    this.day = day;
    this.settings = day.settings();
    this.reading = MemberRows.of(targets, day.asOf().day());
    AudienceTables tables = new AudienceTables(day);
    Dataset<Row> described = tables.described();
    Membership.columns(described, "export.targets", settings.export().predicates());
    List<AudienceList> lists =
        targets.stream()
            .flatMap(target -> AudienceList.of(target, settings.cohorts()).stream())
            .toList();
    Dataset<Row> found = tables.members(described, lists);
    reading.prove(found);
    this.members = reading.select(found);
    this.unwilling = reading.addresses().select(tables.unwilling());
  }

  /**
   * The facts that all targets need.
   *
   * @param deliveries the paths of full files of earlier days by list
   */
  ExportTask task(Map<String, List<String>> deliveries) {
    boolean korean = settings.report().language().equals(KOREAN);
    return new ExportTask(
        ExportRules.of(settings.export(), day.asOf().day()),
        settings.cohorts(),
        settings.identity().phoneRegion().orElse(""),
        settings.timeZone(),
        settings.export().pseudonymKey(),
        reading.numbers(members),
        deliveries,
        korean,
        new ColumnMeanings(settings.features().windows(), settings.value().horizons(), korean)::of);
  }

  /** Hands every customer to the lists that they are in, after those who block addresses. */
  void stream(List<TargetExport> exports, AnswerListener listener) {
    MemberRows addresses = reading.addresses();
    Iterator<Row> unwillingRows = unwilling.toLocalIterator();
    while (unwillingRows.hasNext()) {
      ExportMember member = addresses.member(unwillingRows.next());
      exports.forEach(export -> export.note(member));
    }
    Iterator<Row> rows = members.toLocalIterator();
    while (rows.hasNext()) {
      Row row = rows.next();
      ExportMember member = reading.member(row);
      for (String group : MemberRows.groups(row)) {
        for (TargetExport export : exports) {
          ListExport list = export.lists().get(group);
          if (list != null) {
            listener.hear(list, member, list.take(member));
          }
        }
      }
    }
  }

  /** Listener to the answers of lists. */
  interface AnswerListener {
    /** Hears if the customer is in the list's file, and else why not. */
    void hear(ListExport list, ExportMember member, Optional<GateReason> reason);
  }
}
