package dev.dangol.export;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.config.export.ExportTarget;
import dev.dangol.config.hocon.ConfigLayers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Exports without Spark: configured targets, customers given by hand, files in memory. */
final class GivenExports {
  static final LocalDate DAY = LocalDate.parse("2026-11-29");

  private final MemoryFolder folder = new MemoryFolder();
  private final Map<String, String> cohorts = Map.of("ideal", "fit_level = 'perfect'");

  MemoryFolder folder() {
    return folder;
  }

  /** A target as a configuration file describes it. */
  static ExportTarget target(String section) {
    try {
      Path file = Files.createTempFile("dangol", ".conf");
      Files.writeString(
          file,
          "dangol.export { pseudonym-key = Jefe, targets.t { " + section + ", min-size = 1 } }");
      Settings settings =
          SettingsReader.readWithoutSources(
              new ConfigLayers(Optional.of(file), Map.of(), List.of()));
      Files.delete(file);
      return settings.export().targets().get(0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  ExportTask task(LocalDate day, Map<String, List<String>> delivered) {
    return new ExportTask(
        new ExportRules(day, 730, java.util.OptionalInt.empty()),
        cohorts,
        "KR",
        ZoneId.of("Asia/Seoul"),
        Optional.of("Jefe"),
        Set.of("clv"),
        delivered,
        false,
        column -> "what " + column + " is");
  }

  /** Exports the customers on a day, after the files of earlier days. */
  List<ListOutcome> export(
      ExportTarget target, LocalDate day, List<String> delivered, List<ExportMember> members) {
    Map<String, List<String>> before =
        Map.of(ExportTask.deliveryKey(target.name(), "ideal"), delivered);
    TargetExport export = new TargetExport(target, task(day, before), folder);
    members.forEach(export::note);
    members.forEach(member -> export.lists().get("cohort/ideal").take(member));
    return export.finish();
  }

  /** 김민지, with everything known. */
  static ExportMember minji() {
    return member(
        "C1",
        Map.ofEntries(
            Map.entry("customer_id", "C1"),
            Map.entry("coupon", "10% 쿠폰"),
            Map.entry("'N'", "N"),
            Map.entry("email", " Minji.Kim@Example.com "),
            Map.entry("phone", "010-1234-5678"),
            Map.entry("first_name", "Minji"),
            Map.entry("last_name", "Kim"),
            Map.entry("name", "김민지"),
            Map.entry("country", "KR"),
            Map.entry("postcode", "06236"),
            Map.entry("city", "Seoul"),
            Map.entry("gender", "f"),
            Map.entry("birth_date", "1990-01-02"),
            Map.entry("madid", "295f55ba-1610-449f-a7b5-5f1bff787ed4"),
            Map.entry("segment_name", "Regulars"),
            Map.entry("fit_level", "perfect"),
            Map.entry("clv", new java.math.BigDecimal("245000.0000"))));
  }

  /** A customer of whom little is known. */
  static ExportMember phoneOnly() {
    return member("C2", Map.of("customer_id", "C2", "phone", "+82 10-2222-3333", "clv", -12.5));
  }

  /** A customer whose name is a trap. */
  static ExportMember trap() {
    Map<String, Object> values = new HashMap<>();
    values.put("customer_id", "C3");
    values.put("email", "o'neill, \"x\"@example.com");
    values.put("phone", "010-9999-0000");
    values.put("name", "=HYPERLINK(\"http://x\")\r\n\u0000\u202e꿈😍");
    values.put("first_name", "@민지\n둘째");
    values.put("country", "Narnia");
    values.put("segment_name", "-1, then");
    values.put("fit_level", "perfect");
    values.put("clv", 0.1);
    values.put("net_sales_lifetime", -7L);
    return member("C3", values);
  }

  static ExportMember member(String id, Map<String, Object> values) {
    return new ExportMember(id, consented("granted 2026-03-02"), values);
  }

  /** Somebody who said this of every purpose. */
  static MemberStanding consented(String entry) {
    List<String> entries = List.of("ads " + entry, "email " + entry, "kakao " + entry);
    return new MemberStanding(
        ConsentEntries.of(entries, DAY),
        List.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
