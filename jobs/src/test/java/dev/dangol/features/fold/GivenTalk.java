package dev.dangol.features.fold;

import java.time.LocalDate;

/** Row of what is said and given that a test gives, at noon; what it does not say is not known. */
public final class GivenTalk implements TalkRow {
  private final int day;
  private long state;
  private long amount = UNKNOWN;
  private long parts = UNKNOWN;
  private double score;
  private int dueOn;
  private int reopenedOn;

  private GivenTalk(int day) {
    this.day = day;
  }

  /** A row of the day. */
  public static GivenTalk on(String day) {
    return new GivenTalk((int) LocalDate.parse(day).toEpochDay());
  }

  /** The row with these bits of its state. */
  public GivenTalk with(long... bits) {
    for (long bit : bits) {
      state |= bit;
    }
    return this;
  }

  /** The row with an amount in ten-thousandths. */
  public GivenTalk worth(long units) {
    amount = units;
    return this;
  }

  /** The row with a number in parts. */
  public GivenTalk of(long number) {
    parts = number;
    return this;
  }

  /** The row with a score. */
  public GivenTalk scored(double given) {
    score = given;
    return this;
  }

  /** The row with the day on which a reply was due, and the one on which it was opened again. */
  public GivenTalk due(String reply, String again) {
    dueOn = (int) LocalDate.parse(reply).toEpochDay();
    reopenedOn = (int) LocalDate.parse(again).toEpochDay();
    return this;
  }

  @Override
  public long moment() {
    return day * 86_400_000_000L + 43_200_000_000L;
  }

  @Override
  public int day() {
    return day;
  }

  @Override
  public boolean is(long bit) {
    return (state & bit) != 0;
  }

  @Override
  public long amount() {
    return amount;
  }

  @Override
  public long parts() {
    return parts;
  }

  @Override
  public double score() {
    return score;
  }

  @Override
  public int dueOn() {
    return dueOn;
  }

  @Override
  public int reopenedOn() {
    return reopenedOn;
  }
}
