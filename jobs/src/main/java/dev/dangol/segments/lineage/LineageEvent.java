package dev.dangol.segments.lineage;

import java.util.Locale;

/** Lineage event: what happened to a segment since the earlier day. */
public enum LineageEvent {
  /** It was not there, and comes from no single segment. */
  BORN,
  /** It is the same. */
  MATCHED,
  /** Most of it was part of another segment, which is not the same. */
  SPLIT,
  /** It holds most of a segment that ended, besides what it was, or of several. */
  MERGED,
  /** It is no longer there. */
  RETIRED;

  /** As tables spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
