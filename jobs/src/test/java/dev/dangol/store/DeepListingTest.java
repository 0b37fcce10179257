package dev.dangol.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeepListingTest {
  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    write("top.txt");
    write("as_of=2025-01-31/a b%20c.parquet");
    write("단골 🍀/below/#1+.json");
    Files.createDirectories(folder.resolve("empty"));
  }

  private void write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, name);
  }

  @Test
  void every_file_is_named_below_the_folder_with_its_time() throws IOException {
    StoreFolder store = new StoreFolder(new Configuration(), folder.toString());

    assertThat(store.deepFiles().keySet())
        .containsExactlyInAnyOrder(
            "top.txt", "as_of=2025-01-31/a b%20c.parquet", "단골 🍀/below/#1+.json");
    for (String name : store.deepFiles().keySet()) {
      assertThat(store.written(name)).contains(store.deepFiles().get(name));
    }
    assertThat(store.deepFiles().get("top.txt"))
        .isEqualTo(
            Instant.ofEpochMilli(Files.getLastModifiedTime(folder.resolve("top.txt")).toMillis()));
  }

  /** Hadoop's checked local files are listed as those of any store. */
  @Test
  void a_listing_of_a_store_finds_the_same() throws IOException {
    org.apache.hadoop.fs.Path root = new org.apache.hadoop.fs.Path(folder.toString());
    var checked = root.getFileSystem(new Configuration());

    assertThat(DeepListing.of(checked, root))
        .isEqualTo(new StoreFolder(new Configuration(), folder.toString()).deepFiles());
  }

  @Test
  void a_folder_that_is_not_there_has_no_files() {
    assertThat(new StoreFolder(new Configuration(), folder + "/none").deepFiles()).isEmpty();
  }
}
