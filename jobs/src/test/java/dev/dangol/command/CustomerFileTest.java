package dev.dangol.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.problem.BadSetting;
import dev.dangol.problem.MissingInput;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerFileTest {
  @TempDir private Path folder;

  @Test
  void one_id_per_line_with_blanks_comments_and_a_byte_order_mark() throws IOException {
    assertThat(read("\uFEFFc1\r\n\n  큰손 🍀 \n# a comment\nc1\na,b\n"))
        .containsExactly("c1", "큰손 🍀", "a,b");
  }

  @Test
  void csv_with_a_header_gives_its_first_column() throws IOException {
    assertThat(read("customer_id,name\nc1,Kim\n\"a,b\",\"Lee\"\n,Nobody\n"))
        .containsExactly("c1", "a,b");
    assertThat(read("\uFEFF\"customer_id\"\r\nc1\r\n")).containsExactly("c1");
  }

  @Test
  void a_missing_file_and_one_that_names_nobody_are_distinguished() throws IOException {
    assertThatThrownBy(() -> CustomerFile.read(folder.resolve("none.txt")))
        .isInstanceOf(MissingInput.class)
        .hasMessageContaining("There is no file");
    assertThatThrownBy(() -> read("\n# nobody\n"))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("names no customer");
    Path foreign = folder.resolve("foreign.txt");
    Files.write(foreign, "큰손".getBytes(Charset.forName("EUC-KR")));
    assertThatThrownBy(() -> CustomerFile.read(foreign))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("UTF-8");
  }

  private Set<String> read(String text) throws IOException {
    return CustomerFile.read(Files.writeString(folder.resolve("gone.txt"), text));
  }
}
