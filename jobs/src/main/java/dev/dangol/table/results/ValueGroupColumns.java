package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.features.AcquisitionColumns;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** Columns of {@code value_group_models}, and those that customers may be grouped by. */
public final class ValueGroupColumns {
  /** The group of customers whose own group is not known. */
  public static final String UNKNOWN = "unknown";

  public static final Field ACQUIRED_MONTH =
      Field.text("acquired_month", "The month of the first purchase, as 2025-01.");
  public static final Field FIRST_CHANNEL =
      Field.text(
          "first_channel",
          "The channel of the first purchase; of several at the same moment the first by name.");
  public static final Field FIRST_PRODUCT_LINE =
      Field.text(
          "first_product_line",
          "The product line of the first purchase; of several at the same moment the first by"
              + " name.");

  /** The columns that customers may be grouped by. */
  public static final List<Field> GROUPINGS =
      List.of(ACQUIRED_MONTH, AcquisitionColumns.ACQUIRED_BY, FIRST_CHANNEL, FIRST_PRODUCT_LINE);

  public static final Field GROUP_BY =
      Field.text(
              "group_by",
              "What customers are grouped by: acquired_month, acquired_by, first_channel or"
                  + " first_product_line.")
          .asRequired();
  public static final Field GROUP_NAME =
      Field.text(
              "group_name",
              "The group, as 2025-01 for a month; unknown holds the customers whose group is not"
                  + " known.")
          .asRequired();
  public static final Field MODEL =
      ValueModelColumns.MODEL.renamed(
          "model", "The model of purchases, by its name in value.models.");
  public static final Field CUSTOMERS =
      ValueModelColumns.CUSTOMERS.renamed("customers", "The number of customers in the group.");
  public static final Field REPEAT_BUYERS =
      Field.count("repeat_buyers", "Those of them who bought on a second day.").asRequired();
  public static final Field LOG_LIKELIHOOD =
      ValueModelColumns.LOG_LIKELIHOOD.renamed(
          "log_likelihood",
          "The log-likelihood of the group's customers at the parameters; null where parameters"
              + " are.");
  public static final Field CONVERGED =
      ValueModelColumns.CONVERGED.renamed("converged", "True where the fit found a maximum.");
  public static final Field CHOSEN =
      ValueModelColumns.CHOSEN.renamed(
          "chosen",
          "True for the group's model with the highest log_likelihood, of equals the first in"
              + " value.models: all have four parameters, so that it has the lowest AIC too; one"
              + " at an edge counts with the model that it becomes there. Models of another k than"
              + " the most random ones that were fitted are not compared.");
  public static final Field REASON =
      ValueModelColumns.REASON.renamed(
          "reason",
          "Why the model could not be fitted to the group, or is at an edge; null where a"
              + " maximum was found.");

  /** Intermediate columns of fits, never stored. */
  public static final Field PARAMETER_NAMES =
      Field.list("parameter_names", "The names of the parameters.");

  public static final Field PARAMETER_VALUES = list("parameter_values", "The parameters.");
  public static final Field ERROR_VALUES = list("error_values", "Their standard errors.");

  public static final Table TABLE =
      new Table(
          "value_group_models",
          "A model of purchases fitted to the customers of one group alone.",
          List.of(SharedColumns.AS_OF, GROUP_BY, GROUP_NAME, MODEL),
          List.of(
              SharedColumns.AS_OF,
              GROUP_BY,
              GROUP_NAME,
              MODEL,
              ValueModelColumns.PARAMETERS.renamed(
                  "parameters",
                  "The model's parameters by their names in the literature, times in weeks of 7"
                      + " days; at an edge those of the model that it becomes there; null where the"
                      + " model could not be fitted."),
              ValueModelColumns.STANDARD_ERRORS,
              LOG_LIKELIHOOD,
              CUSTOMERS,
              REPEAT_BUYERS,
              CONVERGED,
              CHOSEN,
              REASON));

  private ValueGroupColumns() {}

  private static Field list(String name, String meaning) {
    return new Field(name, DataTypes.createArrayType(DataTypes.DoubleType), false, meaning);
  }
}
