package dev.dangol.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.export.ExportFormats;
import dev.dangol.config.export.ExportTarget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each format against its golden file, and headers against the platforms' own, byte for byte. */
class ExportFormatsTest {
  private static final String HASH_OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final List<ExportMember> MEMBERS =
      List.of(GivenExports.minji(), GivenExports.phoneOnly(), GivenExports.trap());

  /** The sections of targets, by the names of their golden files. */
  private static final Map<String, String> SECTIONS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("google-hashed.csv", "format = google-customer-match, consent = ads"),
              Map.entry(
                  "google-plain.csv",
                  "format = google-customer-match, consent = ads, hashed = false"),
              Map.entry("meta-plain.csv", "format = meta-custom-audience, consent = ads"),
              Map.entry(
                  "meta-hashed.csv",
                  "format = meta-custom-audience, consent = ads, hashed = true, value = clv"),
              Map.entry("tiktok-hashed.csv", "format = tiktok, consent = ads"),
              Map.entry("tiktok-plain.csv", "format = tiktok, consent = ads, hashed = false"),
              Map.entry("linkedin-hashed.csv", "format = linkedin-contacts, consent = ads"),
              Map.entry(
                  "linkedin-plain.csv",
                  "format = linkedin-contacts, consent = ads, hashed = false"),
              Map.entry("x.txt", "format = x, consent = ads"),
              Map.entry("klaviyo.csv", "format = klaviyo-list, consent = email"),
              Map.entry("hubspot.csv", "format = hubspot, consent = email"),
              Map.entry("mailchimp.csv", "format = mailchimp, consent = email"),
              Map.entry(
                  "kakao-channel.json",
                  "format = kakao-channel, consent = kakao, channel-public-id = _Abcde,"
                      + " fields { \"등급\" = segment_name, \"예상가치\" = clv }"),
              Map.entry(
                  "message-dealer.csv",
                  "format = message-dealer, consent = kakao, message-type = N,"
                      + " variables { \"이름\" = first_name, \"쿠폰\" = coupon }"),
              Map.entry(
                  "template.csv",
                  "format = template, consent = none, basis = analysis, identifiers = [madid],"
                      + " columns = [{ header = ADID, value = madid, form = madid },"
                      + " { header = who, value = \"@pseudonym\" },"
                      + " { header = mail, value = email, form = email, hash = always }]"),
              Map.entry(
                  "people.csv",
                  "format = csv, consent = none, basis = analysis, columns = [customer_id,"
                      + " pseudonym, name, first_name, email, phone, net_sales_lifetime, clv]")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "google-hashed.csv|Email,Phone,First Name,Last Name,Country,Zip",
        "google-plain.csv|Email,Phone,First Name,Last Name,Country,Zip",
        "meta-plain.csv|email,phone,fn,ln,ct,country,zip,gen,doby,value",
        "tiktok-hashed.csv|Email_SHA256,Phone_SHA256",
        "tiktok-plain.csv|Email,Phone",
        "linkedin-hashed.csv|email,firstname,lastname,jobtitle,employeecompany,country,googleaid",
        "klaviyo.csv|Email,Phone Number,First Name,Last Name,Email Marketing Consent,Email Marketing Consent Timestamp,Dangol Segment,Dangol CLV",
        "hubspot.csv|Email,First Name,Last Name,Phone Number,Dangol Segment,Dangol Fit",
        "mailchimp.csv|Email Address,First Name,Last Name,Tags"
      })
  void headers_are_those_of_the_platforms(String file, String header) {
    assertThat(written(file)).startsWith(header + "\n");
  }

  static List<String> files() {
    return List.copyOf(SECTIONS.keySet());
  }

  @ParameterizedTest
  @MethodSource("files")
  void files_are_as_the_golden_ones(String file) throws IOException {
    String text = written(file);

    assertThat(text).doesNotContain(HASH_OF_NOTHING).doesNotContain("\u0000");
    try (var golden = getClass().getResourceAsStream("golden/" + file)) {
      assertThat(golden).as(text).isNotNull();
      assertThat(text).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void every_format_but_the_workbook_has_a_golden_file() {
    assertThat(
            SECTIONS.values().stream()
                .map(section -> section.replaceAll("format = ([a-z-]+).*", "$1")))
        .containsAll(
            ExportFormats.all().keySet().stream().filter(name -> !name.equals("xlsx")).toList());
  }

  @Test
  void the_published_rows_come_out() {
    assertThat(written("google-plain.csv").lines())
        .contains("minji.kim@example.com,+821012345678,Minji,Kim,KR,06236");
    assertThat(written("meta-plain.csv").lines())
        .contains("minji.kim@example.com,821012345678,minji,kim,seoul,kr,06236,f,1990,245000");
    assertThat(written("klaviyo.csv").lines())
        .contains(
            "minji.kim@example.com,+821012345678,Minji,Kim,Subscribe,2026-03-01T15:00:00Z,"
                + "Regulars,245000");
    assertThat(written("hubspot.csv").lines())
        .contains("minji.kim@example.com,Minji,Kim,+821012345678,Regulars,perfect");
  }

  @Test
  void a_workbook_has_typed_cells_and_no_formulas_and_the_same_bytes_again() throws IOException {
    ExportTarget target =
        GivenExports.target(
            "format = xlsx, consent = none, basis = analysis, cohorts = [ideal],"
                + " columns = [customer_id, name, phone, clv, net_sales_lifetime]");
    String name = "t-2026-11-29-full.xlsx";
    byte[] once = workbook(target, name);

    assertThat(workbook(target, name)).isEqualTo(once);
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(once))) {
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows).hasSize(4);
      assertThat(rows.get(0).getCellText(2)).isEqualTo("phone");
      assertThat(rows.get(1).getCellText(1)).isEqualTo("김민지");
      assertThat(rows.get(1).getCellText(2)).isEqualTo("+821012345678");
      assertThat(rows.get(1).getCellAsNumber(3).orElseThrow()).isEqualByComparingTo("245000");
      assertThat(rows.get(3).getCell(1).getFormula()).isNull();
      assertThat(rows.get(3).getCellText(1)).startsWith("=HYPERLINK").endsWith("꿈😍");
      assertThat(rows.get(3).getCellAsNumber(4).orElseThrow()).isEqualByComparingTo("-7");
      assertThat(book.getSheets().map(sheet -> sheet.getName()).collect(Collectors.toList()))
          .containsExactly("ideal", "How to read");
    }
  }

  private static byte[] workbook(ExportTarget target, String name) {
    GivenExports exports = new GivenExports();
    exports.export(target, GivenExports.DAY, List.of(), MEMBERS);
    return exports.folder().files().get(name);
  }

  private static String written(String file) {
    GivenExports exports = new GivenExports();
    ExportTarget target = GivenExports.target(SECTIONS.get(file) + ", cohorts = [ideal]");
    exports.export(target, GivenExports.DAY, List.of(), MEMBERS);
    String end = file.substring(file.lastIndexOf('.'));
    return exports.folder().text("ideal-2026-11-29-full" + end);
  }
}
