package dev.dangol.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folder of exported files, in which runs on two warehouses write at once. */
class PrivateFolderTest {
  private static final String LIST = "ideal-full.csv";

  @TempDir private Path place;
  private PrivateFolder east;
  private PrivateFolder west;

  @BeforeEach
  void open() {
    east = of("warehouses/east");
    west = of("warehouses/west");
    east.make();
  }

  private PrivateFolder of(String warehouse) {
    Configuration conf = new Configuration();
    return new PrivateFolder(
        new StoreFolder(conf, place.resolve("exports").toString()),
        new StoreFolder(conf, place.resolve(warehouse).toString()));
  }

  @Test
  void a_run_on_one_warehouse_leaves_what_a_run_on_another_has_begun() throws IOException {
    WholeFile eastern = begun(east, "eastern");
    WholeFile western = begun(west, "western, which is longer");

    west.dropParts();
    assertThat(names()).hasSize(1);
    eastern.keep();
    assertThat(names()).containsExactly(LIST);
    assertThat(place.resolve("exports").resolve(LIST)).hasContent("eastern");

    western.drop();
    assertThat(place.resolve("exports").resolve(LIST)).hasContent("eastern");
  }

  @Test
  void of_two_files_of_one_name_the_last_stays_whole() throws IOException {
    WholeFile eastern = begun(east, "eastern");
    WholeFile western = begun(west, "western, which is longer");
    eastern.keep();
    western.keep();
    assertThat(names()).containsExactly(LIST);
    assertThat(place.resolve("exports").resolve(LIST)).hasContent("western, which is longer");
  }

  @Test
  void the_next_run_on_a_warehouse_takes_away_what_a_dead_one_had_begun() throws IOException {
    begun(east, "half of the add");
    of("warehouses/east").dropParts();
    assertThat(names()).isEmpty();
  }

  private static WholeFile begun(PrivateFolder folder, String text) throws IOException {
    WholeFile file = folder.create(LIST);
    file.out().write(text.getBytes(StandardCharsets.UTF_8));
    file.out().flush();
    return file;
  }

  /** Hidden checksums aside, which the store may keep. */
  private List<String> names() throws IOException {
    try (var files = Files.list(place.resolve("exports"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".crc"))
          .toList();
    }
  }
}
