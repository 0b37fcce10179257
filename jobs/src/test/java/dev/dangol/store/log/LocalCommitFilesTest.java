package dev.dangol.store.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.testing.StartedProcesses;
import io.delta.kernel.defaults.internal.logstore.LogStoreProvider;
import io.delta.storage.LogStore;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCommitFilesTest {
  @TempDir private Path folder;

  @Test
  void a_commit_starts_no_process() throws IOException {
    commit(conf(), "00.json");

    assertThat(StartedProcesses.of(() -> commit(conf(), "01.json"))).isEmpty();
    assertThat(StartedProcesses.of(() -> commit(new Configuration(), "02.json"))).isNotEmpty();
    assertThat(Files.readString(folder.resolve("01.json"))).isEqualTo("{}\n");
    assertThat(Files.exists(folder.resolve(".01.json.crc"))).isTrue();
  }

  @Test
  void a_file_has_the_rights_that_it_is_given() throws IOException {
    commit(conf(), "ours.json");
    commit(new Configuration(), "hadoops.json");

    assertThat(rights("ours.json")).isEqualTo(rights("hadoops.json")).isEqualTo("rw-r--r--");
  }

  @Test
  void a_version_that_is_there_is_refused() throws IOException {
    commit(conf(), "00.json");

    assertThatThrownBy(() -> commit(conf(), "00.json"))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void links_and_files_are_what_they_are_to_hadoop() throws IOException {
    Files.writeString(folder.resolve("file"), "text");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("file"));
    FileContext ours = FileContext.getFileContext(folder.toUri(), conf());
    FileContext hadoops = FileContext.getFileContext(folder.toUri(), new Configuration());

    for (String name : List.of("file", "link")) {
      assertThat(ours.getFileLinkStatus(path(name)))
          .isEqualTo(hadoops.getFileLinkStatus(path(name)))
          .returns(4L, FileStatus::getLen);
    }
  }

  @Test
  void a_class_that_the_user_has_set_stays() {
    SparkConf given =
        new SparkConf(false).set("spark.hadoop." + LocalCommitFiles.SETTING, "their.Files");

    assertThat(LogStores.settings(given))
        .containsEntry("spark.hadoop." + LocalCommitFiles.SETTING, "their.Files");
  }

  private static Configuration conf() {
    Configuration conf = new Configuration();
    conf.set(LocalCommitFiles.SETTING, LocalCommitFiles.class.getName());
    return conf;
  }

  private void commit(Configuration conf, String name) throws IOException {
    LogStore store = LogStoreProvider.getLogStore(conf, "file");
    store.write(path(name), List.of("{}").iterator(), false, conf);
  }

  private org.apache.hadoop.fs.Path path(String name) {
    return new org.apache.hadoop.fs.Path(folder.resolve(name).toUri());
  }

  private String rights(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }
}
