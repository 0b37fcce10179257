package dev.dangol.config;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Stage on the way to a goal.
 *
 * @param name as tables call it
 * @param events the events that belong to it
 * @param where SQL over contacts, true of those that belong to it; empty for none
 */
public record JourneyStage(String name, List<String> events, Optional<String> where)
    implements Serializable {
  public JourneyStage {
    events = List.copyOf(events);
  }
}
