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

  private final ConcurrentHashMap<String, List<Listener>> ofOne = new ConcurrentHashMap<>();
  private final CopyOnWriteArrayList<Watcher> ofAll = new CopyOnWriteArrayList<>();

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
    ofAll.forEach(watcher -> watcher.customerTypes(conversation, on));
  }

  /** The operator types; not stored. */
  public void operatorTypes(String conversation, boolean on) {
    ofOne.getOrDefault(conversation, List.of()).forEach(listener -> listener.operatorTypes(on));
  }

  /** One side of a conversation has got so far; the other one is told. */
  public void moved(String conversation, Side side, Mark mark) {
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
