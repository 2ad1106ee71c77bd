package dev.hotdesk.assignment;

import dev.hotdesk.api.Text;
import dev.hotdesk.session.Target;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A customer who waits for a person.
 *
 * @param conversation whose conversation
 * @param facts what rules may look at; what is not known is not in it
 * @param target for whom they are meant
 * @param since their place in the queue: kept when an operator leaves, so they are at the front
 *     then
 * @param servedBy who served them last, or empty
 * @param priority what was found for or against serving them sooner
 * @param hold why and until when they are not given to anybody by themselves
 */
public record Waiter(
    String conversation,
    Map<Fact, String> facts,
    Target target,
    Instant since,
    String servedBy,
    Priority priority,
    Optional<Hold> hold) {

  /** Copies the facts. */
  public Waiter {
    facts = Map.copyOf(facts);
  }

  /** Somebody of whom nothing is known but since when they wait. */
  public static Waiter since(String conversation, Instant since) {
    return new Waiter(
        conversation, Map.of(), new Target.Anyone(), since, "", Priority.USUAL, Optional.empty());
  }

  /** The same customer, of whom these facts are known. */
  public Waiter with(Map<Fact, String> known) {
    return new Waiter(conversation, known, target, since, servedBy, priority, hold);
  }

  /** The value of a fact; empty if it is not known. */
  public String fact(Fact fact) {
    return facts.getOrDefault(fact, "");
  }

  /** The store they wait for; empty for none. */
  public String store() {
    return target instanceof Target.Store(var store) ? store : fact(Fact.STORE);
  }

  boolean isHeld(Instant now) {
    return hold.isPresent() && hold.get().until().isAfter(now);
  }

  /**
   * What was found for or against serving somebody sooner.
   *
   * @param steps how many lanes higher; lower if negative
   * @param reason why, in the words of whoever found it
   * @param by who found it
   */
  public record Priority(int steps, Text reason, String by) {

    /** As everybody. */
    public static final Priority USUAL = new Priority(0, new Text("", ""), "");
  }

  /**
   * Somebody should look at them first.
   *
   * @param reason why, in the words of whoever found it
   * @param by who found it
   * @param until how long at the most; afterwards they wait as everybody does
   */
  public record Hold(Text reason, String by, Instant until) {}
}
