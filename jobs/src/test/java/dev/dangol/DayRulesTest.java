package dev.dangol;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.dangol.config.Settings;
import dev.dangol.job.run.RunTimekeeper;
import dev.dangol.table.AsOf;
import java.time.Clock;
import java.util.Set;

/**
 * Rules of the day: it is made once and passed whole, and no row of a table but those of runs and
 * erasures depends on when it was written.
 */
@AnalyzeClasses(packages = "dev.dangol", importOptions = ImportOption.DoNotIncludeTests.class)
class DayRulesTest {
  /** Functions of Spark that give the present time; Java's are refused by the house's rules. */
  private static final Set<String> PRESENT_TIME =
      Set.of("current_date", "curdate", "current_time", "current_timestamp", "localtimestamp");

  @ArchTest
  static final ArchRule THE_AS_OF_DAY_IS_MADE_IN_ONE_PLACE =
      noClasses()
          .that()
          .doNotBelongToAnyOf(AsOf.class, Settings.class)
          .should()
          .callConstructorWhere(
              JavaCall.Predicates.target(
                  HasOwner.Predicates.With.owner(JavaClass.Predicates.equivalentTo(AsOf.class))));

  @ArchTest
  static final ArchRule CLOCKS_ARE_READ_BY_COMMANDS_THE_TIMEKEEPER_AND_COMMITS =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.dangol.command..")
          .and()
          .doNotBelongToAnyOf(RunTimekeeper.class)
          .and()
          .doNotHaveFullyQualifiedName("dev.dangol.store.TableCommits")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule NO_QUERY_ASKS_FOR_THE_PRESENT_TIME =
      noClasses()
          .should(
              callMethodWhere(
                  DescribedPredicate.describe(
                      "asks for the present time",
                      (JavaMethodCall call) -> PRESENT_TIME.contains(call.getName()))));
}
