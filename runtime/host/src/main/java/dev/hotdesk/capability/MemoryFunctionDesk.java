package dev.hotdesk.capability;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers events and timers, and runs nothing: for tests. */
public final class MemoryFunctionDesk implements FunctionDesk {

  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final Map<Timer, Wake> timers = new ConcurrentHashMap<>();

  /** What was published. */
  public record Event(String plugin, String type, String json) {}

  /** Whose timer, and which. */
  public record Timer(String plugin, String name, String key) {}

  /** When it rings, and with what. */
  public record Wake(Instant due, String json) {}

  /** Nothing yet. */
  public MemoryFunctionDesk() {}

  @Override
  public void publish(String plugin, String type, String json) {
    events.add(new Event(plugin, type, json));
  }

  @Override
  public void setTimer(String plugin, String name, String key, Instant due, String json) {
    timers.put(new Timer(plugin, name, key), new Wake(due, json));
  }

  @Override
  public void cancelTimer(String plugin, String name, String key) {
    timers.remove(new Timer(plugin, name, key));
  }

  /** All that was published, in order. */
  public List<Event> events() {
    return List.copyOf(events);
  }

  /** The timers that are set. */
  public Map<Timer, Wake> timers() {
    return Map.copyOf(timers);
  }
}
