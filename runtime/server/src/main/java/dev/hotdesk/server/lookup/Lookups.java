package dev.hotdesk.server.lookup;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** All lookups of this server, by name. */
public final class Lookups {

  /** Who works here. */
  public static final String STAFF = "staff";

  /** When the stores are open. */
  public static final String HOURS = "hours";

  /** Groups, skills, rules, and whether operators take customers. */
  public static final String STAFFING = "staffing";

  /** What supervisors tell everybody. */
  public static final String NOTICES = "notices";

  /** What the shop's people teach the agents. */
  public static final String LEARNING = "learning";

  private final LongSupplier nanos;
  private final Map<String, List<Lookup<?>>> all = new ConcurrentHashMap<>();
  private final Map<String, List<Runnable>> readers = new ConcurrentHashMap<>();
  private final List<Consumer<String>> others = new CopyOnWriteArrayList<>();

  /** By this clock of nanoseconds. */
  public Lookups(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * A lookup, to be kept for as long as the server runs.
   *
   * @param name of what it reads; several may read the same
   * @param oldest after which it is read again though nobody has said that it changed
   * @param source reads it
   */
  public <T> Lookup<T> of(String name, Duration oldest, Supplier<T> source) {
    var lookup = new Lookup<>(name, source, oldest.toNanos(), nanos);
    all.computeIfAbsent(name, _ -> new CopyOnWriteArrayList<>()).add(lookup);
    return lookup;
  }

  /** Somebody here has changed it, for good: it is read again, here and on the other servers. */
  public void changed(String name) {
    forgetHere(name);
    others.forEach(other -> other.accept(name));
  }

  /** Somebody elsewhere has changed it: it is read again here. */
  public void forget(String name) {
    forgetHere(name);
    readers.getOrDefault(name, List.of()).forEach(Runnable::run);
  }

  private void forgetHere(String name) {
    all.getOrDefault(name, List.of()).forEach(Lookup::forget);
  }

  /**
   * The line to other servers has been down, and nobody knows what they said: all is read again.
   */
  public void forgetAll() {
    var names = new HashSet<>(all.keySet());
    names.addAll(readers.keySet());
    names.forEach(this::forget);
  }

  /** Is told when somebody elsewhere has changed what it keeps itself; must not block. */
  public void whenForgotten(String name, Runnable reader) {
    readers.computeIfAbsent(name, _ -> new CopyOnWriteArrayList<>()).add(reader);
  }

  /** Passes names of what changes here on to other servers; must not block. */
  public void whenChanged(Consumer<String> listener) {
    others.add(listener);
  }

  /** How often each was used, and how often it was read for that. */
  public Map<String, Use> uses() {
    var uses = new TreeMap<String, Use>();
    all.forEach(
        (name, lookups) ->
            uses.put(
                name,
                new Use(
                    lookups.stream().mapToLong(Lookup::uses).sum(),
                    lookups.stream().mapToLong(Lookup::reads).sum())));
    return uses;
  }

  /**
   * How a lookup is used.
   *
   * @param uses how often it was asked for
   * @param reads how often the database was
   */
  public record Use(long uses, long reads) {}
}
