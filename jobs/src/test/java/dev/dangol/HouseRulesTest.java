package dev.dangol;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.dangol.table.RunsSparkJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

/** The walls and habits of the house. */
@AnalyzeClasses(packages = "dev.dangol", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
  private static final int LONGEST_FILE = 250;
  private static final Path SOURCES = Path.of("jobs/src");
  private static final String[] STEPS = {
    "dev.dangol.ingest..",
    "dev.dangol.features..",
    "dev.dangol.value..",
    "dev.dangol.segments..",
    "dev.dangol.contacts..",
    "dev.dangol.journey..",
    "dev.dangol.cohorts..",
    "dev.dangol.ranks..",
    "dev.dangol.probability..",
    "dev.dangol.effects..",
    "dev.dangol.voices..",
    "dev.dangol.acquisition..",
    "dev.dangol.evidence..",
    "dev.dangol.experience..",
  };
  private static final Set<String> ACTIONS =
      Set.of(
          "collect",
          "collectAsList",
          "count",
          "first",
          "head",
          "take",
          "takeAsList",
          "show",
          "toLocalIterator",
          "foreach",
          "foreachPartition",
          "reduce",
          "cache",
          "persist");

  @ArchTest
  static final ArchRule ROOMS_MEET_ONLY_IN_TABLES =
      slices()
          .matching(
              "dev.dangol.(ingest|features|value|segments|contacts|journey|cohorts|effects|voices"
                  + "|acquisition|evidence|experience|export|report|sample)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule ROOMS_KNOW_NEITHER_JOBS_NOR_DISK =
      noClasses()
          .that()
          .resideInAnyPackage(
              Stream.concat(
                      Stream.of(STEPS),
                      Stream.of(
                          "dev.dangol.export..", "dev.dangol.report..", "dev.dangol.sample.."))
                  .toArray(String[]::new))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.dangol.command..", "dev.dangol.job..", "dev.dangol.store..", "dev.dangol");

  @ArchTest
  static final ArchRule THE_VOCABULARY_KNOWS_NOBODY =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.dangol.table..",
              "dev.dangol.sql..",
              "dev.dangol.privacy..",
              "dev.dangol.problem..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.dangol.config..",
              "dev.dangol.store..",
              "dev.dangol.job..",
              "dev.dangol.command..",
              "dev.dangol");

  @ArchTest
  static final ArchRule ONLY_THE_STORE_KNOWS_DELTA =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.dangol.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.delta..", "org.apache.spark.sql.delta..");

  @ArchTest
  static final ArchRule ONLY_THE_STORE_AND_THE_SAMPLE_TOUCH_FILES =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.dangol.store..", "dev.dangol.sample..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("org.apache.spark.sql.DataFrame(Reader|Writer).*");

  @ArchTest
  static final ArchRule ONLY_SETTINGS_READ_HOCON =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.dangol.config..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.typesafe.config..");

  @ArchTest
  static final ArchRule COLUMNS_ARE_NAMED_ONLY_IN_THE_VOCABULARY =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.dangol.table..",
              "dev.dangol.sql..",
              "dev.dangol.privacy..",
              "dev.dangol.sample..")
          .should(callMethodWhere(names(functions.class, "col", "column", "expr", "udf")));

  @ArchTest
  static final ArchRule STEPS_START_NO_SPARK_JOB =
      noClasses()
          .that()
          .resideInAnyPackage(STEPS)
          .and()
          .areNotAnnotatedWith(RunsSparkJobs.class)
          .should(callMethodWhere(names(Dataset.class, ACTIONS.toArray(String[]::new))));

  @ArchTest
  static final ArchRule NOBODY_READS_A_CLOCK_UNASKED =
      noClasses()
          .should(
              callMethodWhere(
                  DescribedPredicate.describe(
                      "asks for the present time",
                      (JavaMethodCall call) ->
                          call.getName().equals("now")
                              || call.getName().equals("currentTimeMillis")
                              || call.getName().equals("nanoTime"))));

  @ArchTest
  static final ArchRule NAMES_SAY_SOMETHING =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameStartingWith("Abstract");

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching("dev.dangol.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ROOMS_OF_FEATURES_ARE_ENTERED_THROUGH_THEIR_ASSEMBLY =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.dangol.features..", "dev.dangol.job..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.dangol.features..");

  @Test
  void files_stay_short() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<String> tooLong =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> lines(file).size() > LONGEST_FILE)
              .map(file -> file + ": " + lines(file).size())
              .toList();
      assertThat(tooLong).isEmpty();
    }
  }

  @Test
  void public_types_say_what_they_promise() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES.resolve("main/java"))) {
      List<Path> silent =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(HouseRulesTest::hasUndocumentedType)
              .toList();
      assertThat(silent).isEmpty();
    }
  }

  private static boolean hasUndocumentedType(Path file) {
    String text = String.join("\n", lines(file));
    return text.matches(
        "(?s).*\n\n(?:@[^\n]*\n)*public (?:abstract |final |sealed )*"
            + "(?:class|record|interface|enum) .*");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private static DescribedPredicate<JavaCall<?>> names(Class<?> owner, String... methods) {
    Set<String> wanted = Set.of(methods);
    return DescribedPredicate.describe(
        owner.getSimpleName() + "." + wanted,
        call -> wanted.contains(call.getName()) && call.getTargetOwner().isAssignableTo(owner));
  }
}
