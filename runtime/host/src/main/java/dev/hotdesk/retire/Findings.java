package dev.hotdesk.retire;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Gathers what a plugin left behind. Safe for several threads: a late step may still report. */
public final class Findings {

  private final List<Remnant> cleaned = new CopyOnWriteArrayList<>();
  private final List<Remnant> held = new CopyOnWriteArrayList<>();
  private final List<String> faults = new CopyOnWriteArrayList<>();

  /** It is gone now. */
  void cleaned(Remnant.Kind kind, String what) {
    cleaned.add(new Remnant(kind, what));
  }

  /** It could not be cleaned. */
  void held(Remnant.Kind kind, String what) {
    held.add(new Remnant(kind, what));
  }

  /** A step of the cleaning failed. */
  void failed(String step, Throwable why) {
    faults.add(step + ": " + why);
  }

  /** What is gone now. */
  public List<Remnant> cleaned() {
    return List.copyOf(cleaned);
  }

  /** What stays, and keeps the plugin in memory. */
  public List<Remnant> held() {
    return List.copyOf(held);
  }

  /** Where cleaning itself failed, in words. */
  public List<String> faults() {
    return List.copyOf(faults);
  }
}
