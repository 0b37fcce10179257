package dev.dangol.store;

import dev.dangol.store.LeaseHolder.SeenHolder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files of leases, which have numbers, and the highest number holds. {@code lease-000008} names a
 * holder, {@code lease-000008.alive} is written by that holder now and then, {@code
 * lease-000008.done} when they give it back. Ages are differences of times that the store itself
 * gave to files, so that no clock of a machine is compared with that of another.
 */
final class LeaseFiles {
  private static final String ALIVE = ".alive";
  private static final String DONE = ".done";

  /** The file of versions of Dangol before leases had numbers. */
  private static final String OLD_FILE = "lease";

  private static final String PRESENT = "time-";
  private static final Pattern NUMBERED = Pattern.compile("lease-(\\d+)(?:\\.alive|\\.done)?");
  private static final long KEPT = 3;

  /** A holder of this age whose file is incomplete died while they wrote it. */
  private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(5);

  private final StoreFolder folder;
  private final LeaseHolder holder;

  LeaseFiles(StoreFolder folder, LeaseHolder holder) {
    this.folder = folder;
    this.holder = holder;
  }

  /** The highest number that was ever claimed; 0 where none was. */
  long latest() {
    return folder.names().stream().mapToLong(LeaseFiles::number).max().orElse(0);
  }

  private static long number(String name) {
    Matcher numbered = NUMBERED.matcher(name);
    return numbered.matches() ? Long.parseLong(numbered.group(1)) : 0;
  }

  /** Claims a number: true for one of all who try. */
  boolean claim(long number) {
    return folder.claim(name(number), holder.text(UUID.randomUUID().toString()));
  }

  /** Takes back a claim to a number that was not the highest any more. */
  void withdraw(long number) {
    folder.delete(name(number));
  }

  void renew(long number, long times) {
    folder.write(name(number) + ALIVE, "renewed=" + times + "\n");
  }

  void giveBack(long number) {
    folder.write(name(number) + DONE, holder.run() + "\n");
  }

  /** The holder of a number, who may be dead; empty where nobody is known. */
  Optional<SeenHolder> holderOf(long number) {
    return folder.text(name(number)).flatMap(LeaseHolder::read);
  }

  /** The present occupation of a number. */
  Occupation occupation(long number) {
    return number == 0 || folder.written(name(number) + DONE).isPresent()
        ? Occupation.FREE
        : occupation(name(number));
  }

  /** The occupation of the warehouse by the file of older versions. */
  Occupation oldOccupation() {
    Occupation old = occupation(OLD_FILE);
    if (old.isFree()) {
      folder.delete(OLD_FILE);
    }
    return old;
  }

  private Occupation occupation(String name) {
    Optional<String> text = folder.text(name);
    if (text.isEmpty()) {
      return Occupation.FREE;
    }
    Optional<SeenHolder> seen = LeaseHolder.read(text.get());
    if (seen.isPresent() && holder.knowsDead(seen.get())) {
      return Occupation.FREE;
    }
    Optional<Instant> last = lastSeen(name);
    Optional<Instant> now = present();
    if (last.isEmpty() || now.isEmpty()) {
      return Occupation.UNCERTAIN;
    }
    Duration age = Duration.between(last.get(), now.get());
    if (age.compareTo(seen.isPresent() ? Lease.LIFETIME : WRITTEN_WITHIN) >= 0) {
      return Occupation.FREE;
    }
    return seen.map(known -> Occupation.by(known, last.get())).orElse(Occupation.UNCERTAIN);
  }

  private Optional<Instant> lastSeen(String name) {
    Optional<Instant> alive = folder.written(name + ALIVE);
    return alive.isPresent() ? alive : folder.written(name);
  }

  /** The store's present time; empty where somebody else removed the file. */
  private Optional<Instant> present() {
    String name = PRESENT + UUID.randomUUID();
    folder.write(name, "");
    Optional<Instant> now = folder.written(name);
    folder.delete(name);
    return now;
  }

  /** Removes what older numbers and rivals that died have left, and keeps the newest numbers. */
  void tidy(long number) {
    List<String> names = folder.names();
    names.stream()
        .filter(name -> name.startsWith(PRESENT) && isOlder(name, number))
        .forEach(folder::delete);
    // A number without its first file is free, so that one goes first.
    for (String end : List.of("", ALIVE, DONE)) {
      names.stream()
          .filter(name -> number(name) > 0 && number(name) <= number - KEPT)
          .filter(name -> name.equals(name(number(name)) + end))
          .forEach(folder::delete);
    }
  }

  /** True for a file that is older than a lease by more than a rival can need it. */
  private boolean isOlder(String name, long number) {
    Optional<Instant> needless = folder.written(name).map(time -> time.plus(Lease.LIFETIME));
    return needless.isPresent()
        && folder.written(name(number)).filter(needless.get()::isBefore).isPresent();
  }

  private static String name(long number) {
    return String.format(Locale.ROOT, "lease-%06d", number);
  }

  /**
   * Occupation of a lease.
   *
   * @param known false while a rival is still writing their name
   * @param holder in words; empty where nobody holds it
   */
  record Occupation(boolean known, String holder) {
    static final Occupation FREE = new Occupation(true, "");
    static final Occupation UNCERTAIN = new Occupation(false, "");

    static Occupation by(SeenHolder seen, Instant last) {
      return new Occupation(true, seen.description() + ", last seen " + last);
    }

    boolean isFree() {
      return known && holder.isEmpty();
    }
  }
}
