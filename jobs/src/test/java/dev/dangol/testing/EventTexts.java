package dev.dangol.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.util.JsonProtocol;

/** Events of Spark as its log holds them, and those in which one of some texts occurs. */
public final class EventTexts extends SparkListener {
  private final List<String> texts;
  private final List<String> found = new ArrayList<>();
  private final AtomicLong seen = new AtomicLong();

  public EventTexts(List<String> texts) {
    this.texts = List.copyOf(texts);
  }

  /** The number of events that were looked at. */
  public long seen() {
    return seen.get();
  }

  /** The texts that occurred, each with the event in which it did. */
  public synchronized List<String> found() {
    return List.copyOf(found);
  }

  @Override
  public void onJobStart(SparkListenerJobStart start) {
    look(start);
  }

  @Override
  public void onOtherEvent(SparkListenerEvent event) {
    look(event);
  }

  private synchronized void look(SparkListenerEvent event) {
    String json = JsonProtocol.sparkEventToJsonString(event);
    seen.incrementAndGet();
    texts.stream().filter(json::contains).forEach(text -> found.add(text + " in " + json));
  }
}
