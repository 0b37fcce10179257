package dev.dangol;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rules for the cells of rows: they are read and written by field, never by place. */
@AnalyzeClasses(packages = "dev.dangol", importOptions = ImportOption.DoNotIncludeTests.class)
class RowRulesTest {
  @ArchTest
  static final ArchRule CELLS_ARE_READ_BY_FIELD =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.dangol.table..")
          .should(accessTargetWhere(isNamed(Row.class, "getAs", "fieldIndex")));

  /** The raw files of the sample are those of foreign systems, which count columns. */
  @ArchTest
  static final ArchRule CELLS_ARE_NEVER_READ_BY_PLACE =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.dangol.table..", "dev.dangol.sample..")
          .should(accessTargetWhere(takesPlace()));

  @ArchTest
  static final ArchRule CELLS_ARE_WRITTEN_BY_FIELD =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.dangol.table..", "dev.dangol.sample..")
          .should(accessTargetWhere(isNamed(RowFactory.class, "create")));

  private static DescribedPredicate<JavaAccess<?>> isNamed(Class<?> owner, String... methods) {
    Set<String> wanted = Set.of(methods);
    return DescribedPredicate.describe(
        owner.getSimpleName() + "." + wanted,
        access ->
            wanted.contains(access.getName()) && access.getTargetOwner().isAssignableTo(owner));
  }

  /** True of a call as of a reference to a method. */
  private static DescribedPredicate<JavaAccess<?>> takesPlace() {
    return DescribedPredicate.describe(
        "a method of Row that takes the place of a cell",
        access ->
            access.getTargetOwner().isAssignableTo(Row.class)
                && access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream()
                    .anyMatch(type -> type.isEquivalentTo(int.class)));
  }
}
