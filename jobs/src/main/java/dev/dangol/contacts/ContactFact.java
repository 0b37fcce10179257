package dev.dangol.contacts;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Fact about one customer that tables are made of. Lengths of time are microseconds. */
sealed interface ContactFact {
  /** The word by which facts of a kind are found. */
  String kind();

  /**
   * Case that was opened by the day.
   *
   * @param reply from its opening to the first reply, never below 0; or never
   * @param elapsed from its opening to the end of the day
   * @param businessReply the part of {@code reply} within business hours, up to a little over an
   *     hour; or never
   * @param businessElapsed the same of {@code elapsed}
   */
  record CaseFact(
      String channel,
      String theme,
      long reply,
      long elapsed,
      long businessReply,
      long businessElapsed)
      implements ContactFact {
    static final String KIND = "case";

    @Override
    public String kind() {
      return KIND;
    }
  }

  /**
   * First case of a customer who had bought before it.
   *
   * @param bucket how soon it was replied to
   * @param retained whether they bought afterwards
   */
  record StayFact(String bucket, boolean retained) implements ContactFact {
    static final String KIND = "stay";

    @Override
    public String kind() {
      return KIND;
    }
  }

  /** Category of help pages that a customer looked at. */
  record HelpFact(String theme) implements ContactFact {
    static final String KIND = "help";

    @Override
    public String kind() {
      return KIND;
    }
  }

  /** Need for help whose hours are over. */
  record NeedFact(String theme, boolean selfServed) implements ContactFact {
    static final String KIND = "need";

    @Override
    public String kind() {
      return KIND;
    }
  }

  /**
   * Message that was sent by the day.
   *
   * @param relevance its score by what was known at the sending
   * @param standing where it stands among the messages of its channel
   */
  record SendFact(
      CustomerSignal message, SendOutcome outcome, MessageScore relevance, SendStanding standing)
      implements ContactFact {
    static final String KIND = "send";

    SendResponse response() {
      return outcome.response();
    }

    double score() {
      return relevance.value();
    }

    @Override
    public String kind() {
      return KIND;
    }
  }

  /**
   * Outcome of a message by the day.
   *
   * @param bought whether they bought in the days that followed; empty where these are not over
   */
  record SendOutcome(SendResponse response, Optional<Boolean> bought) {}

  /** Human response to a message by the day. */
  record SendResponse(boolean opened, boolean clicked, boolean replied) {
    boolean any() {
      return opened || clicked || replied;
    }
  }

  /**
   * Standing of a message among those of its channel to the customer.
   *
   * @param number from 1
   * @param irrelevant true where its score is below the cut
   * @param irrelevantInRow how many up to it were irrelevant and without response, one by one
   * @param since when the first of these was sent; never where there is none
   * @param newest true for the last one
   */
  record SendStanding(
      long number, boolean irrelevant, long irrelevantInRow, long since, boolean newest) {}

  /**
   * Responses of a customer to all messages.
   *
   * @param sentBy messages by facet and value, such as hour:9
   * @param respondedBy those with a human response
   */
  record PreferenceFact(
      Optional<String> channel,
      OptionalInt hour,
      Map<String, Long> sentBy,
      Map<String, Long> respondedBy,
      SendTotals totals)
      implements ContactFact {
    static final String KIND = "preference";

    @Override
    public String kind() {
      return KIND;
    }
  }

  /**
   * Channel in which a customer was sent messages.
   *
   * @param orders purchases whose latest message within the days before came in it
   * @param cost of its messages, in ten-thousandths of the currency; or {@link
   *     CustomerSignal#UNKNOWN}
   */
  record MediaFact(String channel, SendTotals totals, long orders, long cost)
      implements ContactFact {
    static final String KIND = "media";

    @Override
    public String kind() {
      return KIND;
    }
  }

  /** Messages to a customer, and those with a human response. */
  record SendTotals(long sends, long responded) {}
}
