package dev.dangol.report.page;

import dev.dangol.report.data.SegmentChanges;
import dev.dangol.report.data.SegmentLine;
import java.util.List;
import java.util.Optional;

/** Sentences on the changes of segments since the last day described. */
public record ChangeWords(PageWords words, SegmentChanges changes) {

  /** A segment's event in words; empty where it is as it was, or there was no earlier day. */
  public Optional<String> origin(SegmentLine segment) {
    String key = "segments.event." + segment.origin().event();
    boolean hasWords = changes.known() && words.has(key);
    return hasWords
        ? Optional.of(words.text(key, names(segment.origin().parents())))
        : Optional.empty();
  }

  /** One sentence for each segment that ended. */
  public List<String> endings() {
    return changes.ended().stream()
        .map(segment -> words.text("segments.ended", segment.name(words.language())))
        .toList();
  }

  /** A segment's name, or the words for new customers, those who left, and those set aside. */
  public String place(String place) {
    String key = "segments.place." + place;
    return words.has(key) ? words.text(key) : name(place);
  }

  private String names(List<String> ids) {
    return String.join(", ", ids.stream().map(this::name).toList());
  }

  private String name(String id) {
    return changes.segments().stream()
        .filter(segment -> segment.id().equals(id))
        .map(segment -> segment.name(words.language()))
        .findFirst()
        .orElse(id);
  }
}
