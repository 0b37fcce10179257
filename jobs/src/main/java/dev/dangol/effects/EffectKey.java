package dev.dangol.effects;

import java.util.Comparator;

/** Key of a comparison: the effect, and the month after the landmark, 0 for the whole span. */
public record EffectKey(String effect, int lagMonths) implements Comparable<EffectKey> {
  private static final Comparator<EffectKey> ORDER =
      Comparator.comparing(EffectKey::effect).thenComparing(EffectKey::lagMonths);

  @Override
  public int compareTo(EffectKey other) {
    return ORDER.compare(this, other);
  }
}
