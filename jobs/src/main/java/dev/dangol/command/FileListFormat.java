package dev.dangol.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dangol.store.PublishedFiles.DataFile;
import dev.dangol.store.PublishedFiles.PublishedTable;
import dev.dangol.table.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;

/** Format in which the data files of a published table are listed. */
enum FileListFormat {
  /** One path a line. */
  paths {
    @Override
    String print(PublishedTable table) {
      return table.files().stream().map(file -> file.path() + "\n").collect(Collectors.joining());
    }
  },
  /** One object a table. */
  json {
    @Override
    String print(PublishedTable table) {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("table", table.table().name());
      facts.put("version", table.version());
      facts.put("folder", table.folder());
      facts.put("files", table.files());
      try {
        return new ObjectMapper().writeValueAsString(facts) + "\n";
      } catch (JsonProcessingException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  },
  /** A view a table, for DuckDB. */
  duckdb {
    @Override
    String print(PublishedTable table) {
      String rows = table.files().isEmpty() ? noRows(table) : rows(table);
      return "CREATE OR REPLACE VIEW \"" + table.table().name() + "\" AS " + rows + ";\n";
    }
  };

  /** The table's files as text. */
  abstract String print(PublishedTable table);

  /** The columns as they are declared: older files may lack some. */
  private static String rows(PublishedTable table) {
    String files =
        table.files().stream()
            .map(DataFile::path)
            .map(path -> "'" + place(path).replace("'", "''") + "'")
            .collect(Collectors.joining(", "));
    List<String> parts = table.table().partitions().stream().map(Field::name).toList();
    String columns =
        table.table().fields().stream()
            .map(
                field ->
                    parts.contains(field.name())
                        ? cast("\"" + field.name() + "\"", field)
                        : "\"" + field.name() + "\"")
            .collect(Collectors.joining(", "));
    return "SELECT "
        + columns
        + " FROM read_parquet(["
        + files
        + "], union_by_name = true, hive_partitioning = "
        + !parts.isEmpty()
        + ")";
  }

  private static String noRows(PublishedTable table) {
    return table.table().fields().stream()
        .map(field -> cast("NULL", field))
        .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
  }

  private static String cast(String value, Field field) {
    return "CAST(" + value + " AS " + type(field.type()) + ") AS \"" + field.name() + "\"";
  }

  /** DuckDB's name of a type. */
  private static String type(DataType type) {
    if (type instanceof MapType map) {
      return "MAP(" + type(map.keyType()) + ", " + type(map.valueType()) + ")";
    }
    if (type instanceof ArrayType list) {
      return type(list.elementType()) + "[]";
    }
    return switch (type.typeName()) {
      case "string" -> "VARCHAR";
      case "long" -> "BIGINT";
      case "timestamp" -> "TIMESTAMPTZ";
      default -> type.sql();
    };
  }

  /** A path as DuckDB names it: a local one plainly, an object store's by its usual name. */
  private static String place(String path) {
    return path.replaceFirst("^file:/+", "/").replaceFirst("^s3[an]:", "s3:");
  }
}
