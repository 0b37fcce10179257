package dev.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.testing.SparkExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A file that cannot be trusted is named, and what readers see stays as it was. */
@ExtendWith(SparkExtension.class)
class DamagedFilesTest {
  @TempDir private Path folder;

  @Test
  void nothing_is_published_from_a_damaged_file() throws IOException {
    TinyShop shop = TinyShop.open(folder);
    shop.configure("");
    CommandOutput first = shop.dangol("ingest");
    assertThat(first.code()).as(first.err()).isZero();
    List<String> before = shop.rowsOf(List.of("clean_purchases", "quarantine")::contains);

    Path added = folder.resolve("purchases/new.csv.gz");
    byte[] whole = zipped(TinyShop.HEADER + "\n" + line(60_000));
    Files.write(added, Arrays.copyOf(whole, whole.length * 2 / 3));
    assertBroken(shop.dangol("ingest"), "new.csv.gz");
    assertThat(shop.rowsOf(List.of("clean_purchases", "quarantine")::contains)).isEqualTo(before);

    Files.write(added, zipped(TinyShop.HEADER + ",PAID\n"));
    assertBroken(shop.dangol("check"), "new.csv.gz has more than one column named PAID");
    Files.write(added, zipped("who,paid,order,line\nc1,5,z,1\n"));
    assertBroken(shop.dangol("ingest"), "new.csv.gz has no column at");
  }

  private static void assertBroken(CommandOutput output, String sentence) {
    assertThat(output.code()).as(output.err() + output.out()).isEqualTo(3);
    assertThat(output.err() + output.out())
        .contains("sources.purchases (", sentence)
        .doesNotContain("\tat ", "Unexpected");
  }

  /** Many different lines: a file that spans several blocks when packed. */
  private static String line(int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append("c").append(i * 31L % 977).append(",2025-01-20,").append(i).append(",n");
      lines.append(i).append(",1,\n");
    }
    return lines.toString();
  }

  private static byte[] zipped(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
