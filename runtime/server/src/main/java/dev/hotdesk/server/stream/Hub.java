package dev.hotdesk.server.stream;

import dev.hotdesk.assignment.Place;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.conversation.Signals;
import dev.hotdesk.delivery.Mark;
import dev.hotdesk.delivery.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes on what happens in conversations to whoever listens. Keeps nothing. */
public final class Hub implements Signals {

  private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
  private static final String CUSTOMER_TYPES = "customer_types";
  private static final String OPERATOR_TYPES = "operator_types";

  private final ConcurrentHashMap<String, List<Listener>> ofOne = new ConcurrentHashMap<>();
  private final CopyOnWriteArrayList<Watcher> ofAll = new CopyOnWriteArrayList<>();
  private volatile Relay relay = Relay.NOBODY;

  /** Listens to one conversation, on its customer's behalf. Must not block. */
  public interface Listener {

    /** Entries have become durable, in the order of the log. */
    void committed(Conversation now, List<Logged> entries);

    /** The operator started or stopped typing. */
    default void operatorTypes(boolean on) {}

    /** The operators' side has got so far. */
    default void operatorsAt(Mark mark) {}

    /** The customer's place in the queue has changed. */
    default void queued(Place place) {}
  }

  /** Watches all conversations, on the operators' behalf. Must not block. */
  public interface Watcher {

    /** Entries have become durable, in the order of each log. */
    void committed(Conversation now, List<Logged> entries);

    /** The customer started or stopped typing. */
    void customerTypes(String conversation, boolean on);

    /** The customer has got so far. */
    default void customerAt(String conversation, Mark mark) {}

    /** Another server has passed something on. */
    default void heard(String what, String conversation, String value) {}

    /** A message to a channel that is called has got on, or not. */
    default void sent(String conversation, long sequence) {}
  }

  /** Listens to a conversation until {@link #forget}. */
  public void listen(String conversation, Listener listener) {
    ofOne.compute(conversation, (_, before) -> with(before == null ? List.of() : before, listener));
  }

  /** Listens no more. */
  public void forget(String conversation, Listener listener) {
    ofOne.computeIfPresent(
        conversation,
        (_, before) -> {
          var after = before.stream().filter(one -> !one.equals(listener)).toList();
          return after.isEmpty() ? null : after;
        });
  }

  /** The conversations to which somebody listens. */
  public Set<String> listened() {
    return Set.copyOf(ofOne.keySet());
  }

  /** How many listen to single conversations. */
  public int listeners() {
    return ofOne.values().stream().mapToInt(List::size).sum();
  }

  /** Watches everything from now on. */
  public void watch(Watcher watcher) {
    ofAll.add(watcher);
  }

  @Override
  public void committed(Conversation now, List<Logged> entries) {
    for (var listener : ofOne.getOrDefault(now.id(), List.of())) {
      guarded(now.id(), () -> listener.committed(now, entries));
    }
    for (var watcher : ofAll) {
      guarded(now.id(), () -> watcher.committed(now, entries));
    }
  }

  /** The customer types; not stored. */
  public void customerTypes(String conversation, boolean on) {
    customerTypesHere(conversation, on);
    relay.pass(CUSTOMER_TYPES, conversation, Boolean.toString(on));
  }

  private void customerTypesHere(String conversation, boolean on) {
    ofAll.forEach(watcher -> watcher.customerTypes(conversation, on));
  }

  /** The operator types; not stored. */
  public void operatorTypes(String conversation, boolean on) {
    operatorTypesHere(conversation, on);
    relay.pass(OPERATOR_TYPES, conversation, Boolean.toString(on));
  }

  private void operatorTypesHere(String conversation, boolean on) {
    ofOne.getOrDefault(conversation, List.of()).forEach(listener -> listener.operatorTypes(on));
  }

  /** One side of a conversation has got so far; the other one is told. */
  public void moved(String conversation, Side side, Mark mark) {
    movedHere(conversation, side, mark);
    relay.pass(side.name(), conversation, mark.delivered() + " " + mark.read());
  }

  private void movedHere(String conversation, Side side, Mark mark) {
    switch (side) {
      case CUSTOMER -> ofAll.forEach(watcher -> watcher.customerAt(conversation, mark));
      case OPERATOR ->
          ofOne.getOrDefault(conversation, List.of()).forEach(one -> one.operatorsAt(mark));
    }
  }

  /** The customer's place in the queue has changed; not stored. */
  public void queued(String conversation, Place place) {
    ofOne.getOrDefault(conversation, List.of()).forEach(listener -> listener.queued(place));
  }

  private static Mark mark(String value) {
    var places = value.split(" ");
    return new Mark(Long.parseLong(places[0]), Long.parseLong(places[1]));
  }

  /** What is not stored is passed on to other servers from now on. */
  public void relay(Relay to) {
    relay = to;
  }

  /** Another server has passed something on. */
  public void heard(String what, String conversation, String value) {
    switch (what) {
      case CUSTOMER_TYPES -> customerTypesHere(conversation, Boolean.parseBoolean(value));
      case OPERATOR_TYPES -> operatorTypesHere(conversation, Boolean.parseBoolean(value));
      case "CUSTOMER", "OPERATOR" -> movedHere(conversation, Side.valueOf(what), mark(value));
      default -> ofAll.forEach(watcher -> watcher.heard(what, conversation, value));
    }
  }

  /** A message to a channel that is called has got on, or not; operators are told. */
  public void sent(String conversation, long sequence) {
    ofAll.forEach(watcher -> watcher.sent(conversation, sequence));
  }

  /** One that fails does not keep the others from hearing. */
  private static void guarded(String conversation, Runnable news) {
    try {
      news.run();
    } catch (RuntimeException e) {
      LOG.error("News of conversation {} did not reach a listener", conversation, e);
    }
  }

  private static List<Listener> with(List<Listener> before, Listener listener) {
    var after = new ArrayList<>(before);
    after.add(listener);
    return List.copyOf(after);
  }
}
