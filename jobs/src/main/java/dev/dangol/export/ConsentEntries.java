package dev.dangol.export;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Consent of a customer by a day, from their dated entries such as {@code email granted
 * 2025-03-01}. Of a channel the latest entry counts, of several of one day a withdrawal; a
 * withdrawal without a day counts above all.
 */
public record ConsentEntries(List<ConsentEntry> entries) {
  private static final Pattern ENTRY =
      Pattern.compile("(?s)(.*) (granted|withdrawn)(?: (\\d{4}-\\d{2}-\\d{2}))?");

  public ConsentEntries {
    entries = List.copyOf(entries);
  }

  /**
   * One entry.
   *
   * @param channel in small letters
   * @param day empty only for a withdrawal
   */
  public record ConsentEntry(String channel, boolean granted, Optional<LocalDate> day) {}

  /** Reads the entries up to the day; what cannot be read withdraws. */
  public static ConsentEntries of(List<String> texts, LocalDate asOf) {
    List<ConsentEntry> read = new ArrayList<>();
    for (String text : texts) {
      Matcher parts = ENTRY.matcher(text);
      if (parts.matches()) {
        Optional<LocalDate> day = day(parts.group(3));
        boolean granted = parts.group(2).equals("granted") && day.isPresent();
        if (day.filter(stated -> stated.isAfter(asOf)).isEmpty()) {
          read.add(new ConsentEntry(parts.group(1), granted, day));
        }
      }
    }
    return new ConsentEntries(read);
  }

  /** The entry that counts for a channel; empty where there is none. */
  public Optional<ConsentEntry> latest(String channel) {
    return entries.stream()
        .filter(entry -> entry.channel().equals(channel))
        .max(
            Comparator.comparing((ConsentEntry entry) -> entry.day().orElse(LocalDate.MAX))
                .thenComparing(entry -> !entry.granted()));
  }

  /** The day of a consent that stands; empty where there is none. */
  public Optional<LocalDate> grantedOn(String channel) {
    return latest(channel).filter(ConsentEntry::granted).flatMap(ConsentEntry::day);
  }

  /** True where the consent was taken back and not given again. */
  public boolean isWithdrawn(String channel) {
    return latest(channel).filter(entry -> !entry.granted()).isPresent();
  }

  /** True where consent was given on a later day, whatever came after. */
  boolean isGrantedAfter(String channel, LocalDate day) {
    return entries.stream()
        .filter(entry -> entry.granted() && entry.channel().equals(channel))
        .anyMatch(entry -> entry.day().orElseThrow().isAfter(day));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.ofNullable(text).map(LocalDate::parse);
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }
}
