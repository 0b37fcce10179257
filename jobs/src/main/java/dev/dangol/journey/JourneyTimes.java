package dev.dangol.journey;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Lengths of time of journeys, and the end of the day, in microseconds.
 *
 * @param sleep after a longer silence a journey sleeps
 * @param rest for so long after a decision touches belong to it
 * @param machine an open or click sooner after the sending is a machine's
 * @param repair within so long after an error a case about it must be resolved
 * @param end the first moment after the day
 */
public record JourneyTimes(long sleep, long rest, long machine, long repair, long end)
    implements Serializable {
  private static final double DAY = micros(Duration.ofDays(1));

  /** A length of time in microseconds. */
  public static long micros(Duration length) {
    return length.toSeconds() * 1_000_000 + length.toNanosPart() / 1000;
  }

  /** A moment in microseconds since the epoch. */
  public static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }

  /** The moment that so many microseconds after the epoch are. */
  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** Microseconds as a real number of days of 24 hours. */
  static double days(long micros) {
    return micros / DAY;
  }
}
