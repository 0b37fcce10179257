package dev.dangol.privacy;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;

/**
 * Sensitive attributes, which are refused unless the configuration allows them. They are race and
 * ethnicity, religion, politics, health, and sexual orientation, recognised by their names in
 * English and Korean. Only names are checked, never values. In doubt an attribute is refused: the
 * configuration can allow it by name.
 */
public final class SensitiveAttributes {
  /** Beginnings of English words that mark a sensitive attribute, each at the start of a word. */
  public static final List<String> ENGLISH =
      List.of(
          "race\\b",
          "racial",
          "skin[ _]?colou?r",
          "ethnic",
          "religi",
          "faith",
          "church",
          "denomination",
          "politic",
          "ideolog",
          "party[ _]?member",
          "vot(er|ing)",
          "trade[ _]?union",
          "health",
          "medic",
          "illness",
          "disease",
          "disab",
          "diagnos",
          "pregnan",
          "mental",
          "sexual",
          "sex[ _]?life",
          "lgbt",
          "gay\\b",
          "transgender",
          "gender[ _]?identity");

  /** Korean words that mark a sensitive attribute, anywhere in its name. */
  public static final List<String> KOREAN =
      List.of(
          "인종", "민족", "피부색", "종교", "신앙", "교회", "정치", "정당", "이념", "투표", "노조", "노동조합", "건강", "질병",
          "질환", "병력", "장애", "진단", "임신", "성적지향", "성적 지향", "성정체성", "성 정체성", "성소수자", "성생활");

  private static final String ANY =
      "(?<![a-z])(" + String.join("|", ENGLISH) + ")|" + String.join("|", KOREAN);

  private static final Pattern NAMES = Pattern.compile(ANY);
  private static final Pattern APART = Pattern.compile("([a-z0-9])([A-Z])");
  private static final Pattern BETWEEN = Pattern.compile("[\\s_.:/-]+");

  private SensitiveAttributes() {}

  /**
   * True for the name of an attribute that is sensitive and not among those allowed, in capitals or
   * not; false for null.
   */
  public static Column isRefused(Column name, Collection<String> allowed) {
    Column plain = TextNormalizer.lower(TextNormalizer.normal(name));
    Object[] named = allowed.stream().map(TextNormalizer::plain).toArray();
    return coalesce(words(name).rlike(ANY).and(plain.isin(named).equalTo(false)), lit(false));
  }

  /** The same for one name. */
  public static boolean isRefused(String name, Collection<String> allowed) {
    String apart = APART.matcher(TextNormalizer.normal(name)).replaceAll("$1_$2");
    String words = BETWEEN.matcher(apart.toLowerCase(Locale.ROOT)).replaceAll(" ");
    return NAMES.matcher(words).find()
        && allowed.stream()
            .map(TextNormalizer::plain)
            .noneMatch(TextNormalizer.normal(name).toLowerCase(Locale.ROOT)::equals);
  }

  /**
   * The words of a name in small letters, with blanks between them: healthStatus, health-status.
   */
  private static Column words(Column name) {
    Column apart = regexp_replace(TextNormalizer.normal(name), lit(APART.pattern()), lit("$1_$2"));
    return regexp_replace(lower(apart), lit(BETWEEN.pattern()), lit(" "));
  }
}
