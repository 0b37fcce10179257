package dev.dangol.store.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.StartedProcesses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class LocalDataFilesTest {
  private static final String SETTING = "spark.hadoop.fs.file.impl";

  @TempDir private Path folder;

  @Test
  void a_file_in_a_new_folder_starts_no_process_and_is_what_it_is_to_hadoop() throws IOException {
    FileSystem ours = opened(new LocalDataFiles());
    FileSystem hadoops = opened(new LocalFileSystem());

    assertThat(StartedProcesses.of(() -> write(ours, "ours"))).isEmpty();
    assertThat(StartedProcesses.of(() -> write(hadoops, "hadoops"))).isNotEmpty();
    for (String name : new String[] {"", "/단골 🍀", "/단골 🍀/part", "/단골 🍀/.part.crc"}) {
      assertThat(rights("ours" + name)).as(name).isEqualTo(rights("hadoops" + name));
    }
    assertThat(rights("ours/단골 🍀/part")).isEqualTo("rw-r-----");
    assertThat(hadoops.open(path("ours/단골 🍀/part")).readAllBytes())
        .isEqualTo(ours.open(path("hadoops/단골 🍀/part")).readAllBytes());
  }

  @Test
  void a_table_is_written_without_a_process(SparkSession spark) throws IOException {
    Runnable save = () -> spark.range(3).write().parquet(folder.resolve("rows").toString());

    // Spark asks that once, to tell its memory.
    assertThat(StartedProcesses.of(save::run)).allMatch("getconf PAGESIZE"::equals);
    assertThat(spark.read().parquet(folder.resolve("rows").toString()).count()).isEqualTo(3);
  }

  @Test
  void a_spark_elsewhere_and_a_class_that_the_user_has_set_stay() {
    assertThat(LocalDataFiles.settings(of("local")))
        .containsExactlyEntriesOf(LocalDataFiles.settings(of("local[*]")))
        .containsEntry(SETTING, LocalDataFiles.class.getName());
    assertThat(LocalDataFiles.settings(of("local-cluster[2,1,1024]"))).isEmpty();
    assertThat(LocalDataFiles.settings(of("spark://host:7077"))).isEmpty();
    assertThat(LocalDataFiles.settings(new SparkConf(false))).isEmpty();
    assertThat(LocalDataFiles.settings(of("local[2]").set(SETTING, "their.Files"))).isEmpty();
  }

  private static SparkConf of(String master) {
    return new SparkConf(false).setMaster(master);
  }

  private FileSystem opened(FileSystem files) throws IOException {
    files.initialize(folder.toUri(), new Configuration());
    return files;
  }

  private void write(FileSystem files, String name) throws IOException {
    org.apache.hadoop.fs.Path file = path(name + "/단골 🍀/part");
    files.mkdirs(file.getParent(), new FsPermission("750"));
    try (var out =
        files.create(file, new FsPermission("640"), true, 1024, (short) 1, 1L << 20, null)) {
      out.write("단골".getBytes(StandardCharsets.UTF_8));
    }
  }

  private org.apache.hadoop.fs.Path path(String name) {
    return new org.apache.hadoop.fs.Path(folder.resolve(name).toString());
  }

  private String rights(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }
}
