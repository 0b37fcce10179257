package dev.dangol.store.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.problem.EnvironmentFailure;
import dev.dangol.store.StoreFolder;
import dev.dangol.testing.FaultyProxy;
import dev.dangol.testing.FaultyProxy.Fault;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestStore;
import io.delta.kernel.TableManager;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.defaults.internal.logstore.LogStoreProvider;
import io.delta.storage.LogStore;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ConditionalLogStoreTest {
  private static final String OURS = ConditionalLogStore.class.getName();

  @Test
  void a_version_is_made_once_and_ones_own_attempt_is_known_again() throws IOException {
    Configuration conf = TestStore.S3.configuration();
    LogStore store = LogStoreProvider.getLogStore(LogStores.configure(conf), "s3a");
    Path version = new Path(TestStore.S3.folder(), "_delta_log/00000000000000000000.json");

    write(store, version, conf, "first");
    write(store, version, conf, "first");

    assertThat(store).isInstanceOf(ConditionalLogStore.class);
    assertThatThrownBy(() -> write(store, version, conf, "second"))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(store.isPartialWriteVisible(version, conf)).isFalse();
    try (var lines = store.read(version, conf)) {
      assertThat(lines.next()).isEqualTo("first");
      assertThat(lines.hasNext()).isFalse();
    }
    store.write(version, List.of("third").iterator(), true, conf);
    try (var lines = store.read(version, conf)) {
      assertThat(lines.next()).isEqualTo("third");
    }
  }

  @Test
  void a_commit_whose_answer_is_lost_is_made_once() throws IOException {
    try (FaultyProxy proxy = new FaultyProxy(TestStore.address())) {
      Configuration conf = new Configuration();
      TestStore.s3At(proxy.address()).forEach(conf::set);
      String folder = TestStore.bucket("answers");
      LogStore store = new ConditionalLogStore(conf);
      proxy.does(Fault.ANSWER_LOST);

      write(store, new Path(folder, "t/_delta_log/00000000000000000000.json"), conf, "only");

      assertThat(proxy.fault()).as("the answer was lost").isEqualTo(Fault.NONE);
      assertThat(new StoreFolder(conf, folder + "/t/_delta_log").names())
          .containsExactly("00000000000000000000.json");
    }
  }

  @Test
  void a_store_without_conditional_writes_is_refused() throws IOException {
    try (FaultyProxy proxy = new FaultyProxy(TestStore.address())) {
      Configuration conf = new Configuration();
      TestStore.s3At(proxy.address()).forEach(conf::set);
      StoreFolder deaf = new StoreFolder(conf, TestStore.bucket("deaf"));
      deaf.requireClaims();
      proxy.does(Fault.CONDITION_LOST);

      assertThatThrownBy(deaf::requireClaims)
          .isInstanceOf(EnvironmentFailure.class)
          .hasMessageContaining("it let a second file of the same name through")
          .hasMessageContaining("docs/stores.md");
      assertThat(deaf.names()).isEmpty();
    }
    Configuration off = TestStore.S3.configuration();
    off.set("fs.s3a.create.conditional.enabled", "false");
    StoreFolder without = new StoreFolder(off, TestStore.bucket("without"));
    assertThatThrownBy(without::requireClaims)
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining("its file system does not offer fs.option.create.conditional");
  }

  @Test
  void delta_and_kernel_commit_alike_unless_the_user_has_chosen() {
    assertThat(LogStores.settings(new SparkConf(false)))
        .containsEntry("spark.delta.logStore.s3a.impl", OURS)
        .containsEntry("spark.delta.logStore.s3.impl", OURS)
        .containsEntry("io.delta.kernel.logStore.s3a.impl", OURS)
        .containsEntry("io.delta.kernel.logStore.s3.impl", OURS);
    assertThat(
            LogStores.settings(
                new SparkConf(false).set("spark.delta.logStore.s3a.impl", "shop.Store")))
        .containsEntry("spark.delta.logStore.s3a.impl", "shop.Store")
        .containsEntry("io.delta.kernel.logStore.s3a.impl", "shop.Store")
        .containsEntry("spark.delta.logStore.s3.impl", OURS);
    assertThat(
            LogStores.settings(
                new SparkConf(false).set("spark.delta.logStore.class", "shop.Store")))
        .doesNotContainKey("spark.delta.logStore.s3a.impl")
        .containsEntry("io.delta.kernel.logStore.s3a.impl", "shop.Store");
  }

  @Test
  void a_log_store_that_is_not_used_or_not_found_is_refused(SparkSession spark) {
    Configuration conf = spark.sessionState().newHadoopConf();
    Path warehouse = new Path("s3a://shop/warehouse");
    String key = "spark.delta.logStore.s3a.impl";
    LogStores.require(conf, warehouse);

    SparkEnv.get().conf().remove(key);
    try {
      assertThatThrownBy(() -> LogStores.require(conf, warehouse))
          .isInstanceOf(EnvironmentFailure.class)
          .hasMessageContaining("loses commits")
          .hasMessageContaining("--conf spark.delta.logStore.s3a.impl=" + OURS);
    } finally {
      SparkEnv.get().conf().set(key, OURS);
    }
    conf.set("io.delta.kernel.logStore.s3a.impl", "shop.Nowhere");
    assertThatThrownBy(() -> LogStores.require(conf, warehouse))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining("cannot find the log store shop.Nowhere. Add --driver-class-path");
    LogStores.require(conf, new Path("/warehouse"));
  }

  @Test
  void tables_on_an_object_store_are_written_by_spark_and_read_by_kernel(SparkSession spark) {
    TestStore.S3.settings().forEach((key, value) -> spark.conf().set(key, value));
    String table = TestStore.S3.folder();

    spark.range(3).write().format("delta").save(table);
    spark.range(4).write().format("delta").mode("append").save(table);

    assertThat(spark.read().format("delta").load(table).count()).isEqualTo(7);
    Configuration conf = spark.sessionState().newHadoopConf();
    assertThat(new StoreFolder(spark, table).logStore()).contains(OURS);
    assertThat(
            TableManager.loadSnapshot(table)
                .build(DefaultEngine.create(LogStores.configure(conf)))
                .getVersion())
        .isEqualTo(1);
  }

  private static void write(LogStore store, Path version, Configuration conf, String action)
      throws IOException {
    store.write(version, List.of(action).iterator(), false, conf);
  }
}
