package dev.dangol.export;

import dev.dangol.privacy.BirthDates;
import dev.dangol.privacy.IdentifierForm;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Age below which nobody is exported; who does not say their age is taken for of age. */
record AgeLimit(ExportRules rules) {
  private static final String KOREA = "KR";
  private static final int IN_KOREA = 14;
  private static final int ELSEWHERE = 13;
  private static final Pattern AGE = Pattern.compile("\\s*(\\d{1,3})(?:\\D.*)?");

  boolean excludes(MemberStanding member, String country) {
    int limit = rules.minorAge().orElse(country.equals(KOREA) ? IN_KOREA : ELSEWHERE);
    return member.birthDate().filter(birth -> isUnder(limit, birth)).isPresent()
        || member.age().flatMap(AgeLimit::years).filter(age -> age < limit).isPresent();
  }

  private boolean isUnder(int limit, String birth) {
    Optional<LocalDate> day = BirthDates.day(birth);
    if (day.isPresent()) {
      return Period.between(day.get(), rules.asOf()).getYears() < limit;
    }
    String year = IdentifierForm.BIRTH_YEAR.of(birth, "");
    // Of a year alone the youngest that they may be counts.
    return !year.isEmpty() && rules.asOf().getYear() - Integer.parseInt(year) - 1 < limit;
  }

  private static Optional<Integer> years(String age) {
    Matcher number = AGE.matcher(age);
    return number.matches() ? Optional.of(Integer.parseInt(number.group(1))) : Optional.empty();
  }
}
