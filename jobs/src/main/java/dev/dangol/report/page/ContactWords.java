package dev.dangol.report.page;

import dev.dangol.report.data.AffinityLine;
import dev.dangol.report.data.ContactSummary;
import dev.dangol.report.data.MessageSummary;
import dev.dangol.report.data.NeedSummary;
import dev.dangol.report.data.ReplySummary;
import dev.dangol.table.results.ReplyColumns;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Words on contact with customers: what each of its parts says to do. */
public record ContactWords(PageView view) {
  private static final String HOUR = "hour";
  private static final String WEEKDAY = "weekday";
  private static final String CHANNEL = "channel";

  private static final double ALL = 100;

  /** So many verdicts of either kind are shown first. */
  private static final long MOST_FIRST = 3;

  private ContactSummary contacts() {
    return view.story().contacts();
  }

  /** A channel, the row over all of them, or none. */
  public String channel(Optional<String> channel) {
    return channel
        .map(
            name ->
                name.equals(ReplyColumns.ALL) ? say("talk.all") : view.labels().name(CHANNEL, name))
        .orElseGet(() -> say("talk.no_channel"));
  }

  /** A channel of suppressions, which is none where the customer is left alone everywhere. */
  public String everyChannel(Optional<String> channel) {
    return channel
        .map(name -> view.labels().name(CHANNEL, name))
        .orElseGet(() -> say("talk.every_channel"));
  }

  /** A value of a facet, such as an hour of the day. */
  public String value(AffinityLine line) {
    return switch (line.facet()) {
      case HOUR -> say("talk.at_hour", line.value());
      case WEEKDAY -> say("talk.weekday." + line.value());
      default -> view.labels().name(line.facet(), line.value());
    };
  }

  /** The group that a line is about. */
  public String group(AffinityLine line) {
    return say(line.isOfEveryone() ? "talk.everyone" : "talk.ideal");
  }

  /** A sentence on how soon cases are replied to; empty without a case. */
  public Optional<String> replies() {
    ReadableNumbers figures = view.figures();
    ReplySummary replies = contacts().replies();
    return replies
        .all()
        .map(
            all ->
                say(
                        "talk.replies",
                        figures.share(all.businessHour(), "talk.unknown"),
                        figures.share(all.hour(), "talk.unknown"),
                        figures.cases(all.open()))
                    + replies
                        .hour()
                        .map(
                            hour ->
                                " "
                                    + say(
                                        "talk.expected",
                                        figures.share(hour.benchmark()),
                                        hour.source()
                                            .map(source -> view.reasons().said(source).text())
                                            .orElse("")))
                        .orElse(""));
  }

  /** A sentence on what works best and worst for everyone; empty where there is no verdict. */
  public Optional<String> advice() {
    Optional<String> best =
        verdicts(true)
            .max(Comparator.comparingDouble(AffinityLine::lift))
            .map(
                line ->
                    say("talk.do", facet(line), value(line), view.figures().times(line.lift())));
    Optional<String> worst =
        verdicts(false)
            .min(Comparator.comparingDouble(AffinityLine::lift))
            .map(
                line ->
                    say(
                        "talk.do_not",
                        facet(line),
                        value(line),
                        view.figures().times(line.lift())));
    String both =
        Stream.of(best, worst).flatMap(Optional::stream).reduce("", (a, b) -> a + " " + b);
    return Optional.of(both.strip()).filter(text -> !text.isEmpty());
  }

  private Stream<AffinityLine> verdicts(boolean works) {
    return contacts().affinities().stream()
        .filter(line -> line.isOfEveryone() && line.works() == works);
  }

  /** The verdicts that matter most: the best three and the worst three of each group. */
  public List<AffinityLine> firstVerdicts() {
    return contacts().affinities().stream().filter(this::isFirst).toList();
  }

  /** All other verdicts. */
  public List<AffinityLine> otherVerdicts() {
    return contacts().affinities().stream().filter(line -> !isFirst(line)).toList();
  }

  private boolean isFirst(AffinityLine line) {
    long further =
        contacts().affinities().stream()
            .filter(other -> other.group().equals(line.group()) && other.works() == line.works())
            .filter(other -> line.works() ? other.lift() > line.lift() : other.lift() < line.lift())
            .count();
    return further < MOST_FIRST;
  }

  /** The name of a facet. */
  public String facet(AffinityLine line) {
    return say("talk.facet." + line.facet());
  }

  /** A sentence on messages that do not concern their readers; empty without a message. */
  public Optional<String> messages() {
    ReadableNumbers figures = view.figures();
    MessageSummary messages = contacts().messages();
    if (messages.campaigns().isEmpty()) {
      return Optional.empty();
    }
    String share = figures.share(messages.irrelevant(), messages.known());
    return Optional.of(
        messages.benchmark().isPresent()
            ? say("talk.messages_beside", share, figures.share(messages.benchmark()))
            : say("talk.messages", share));
  }

  /** A sentence on needs that customers served themselves; empty where it is not known. */
  public Optional<String> needs() {
    ReadableNumbers figures = view.figures();
    return contacts()
        .needs()
        .service()
        .filter(line -> line.selfServed().isPresent())
        .map(
            (NeedSummary.ServiceLine line) ->
                line.benchmark().isPresent()
                    ? say(
                        "talk.needs_beside",
                        figures.share(line.selfServed()),
                        figures.share(line.benchmark()))
                    : say("talk.needs", figures.share(line.selfServed())));
  }

  /**
   * A sentence on how much the first themes cover; all that come after those which cover
   * practically every case go unsaid.
   */
  public String coverage(NeedSummary.ServiceLine line) {
    List<String> shares =
        line.coverage().stream()
            .filter(share -> ReadableNumbers.percent(share.orElse(0)) < ALL)
            .map(share -> view.figures().share(share))
            .toList();
    return say("talk.coverage." + shares.size(), shares.toArray());
  }

  private String say(String key, Object... parts) {
    return view.words().text(key, parts);
  }
}
