package dev.hotdesk.conversation;

import dev.hotdesk.api.Turn;
import dev.hotdesk.routing.Answer;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.routing.TurnRequest;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.Event;
import dev.hotdesk.session.SessionMachine;
import dev.hotdesk.session.State;
import dev.hotdesk.session.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes each conversation's events through the rules: load, step, store, tell, ask. The only place
 * where the rules meet the world.
 *
 * <p>Events of one conversation are handled one after another in its lane; conversations do not
 * wait for each other, and no lane waits for a plugin.
 */
public final class SessionProcessor {

  private static final Logger LOG = LoggerFactory.getLogger(SessionProcessor.class);
  private static final int MOST_IDLE_LANES = 50_000;
  private static final List<Duration> RETRY_PAUSES =
      Stream.of(100L, 300L, 1_000L, 3_000L, 10_000L, 30_000L).map(Duration::ofMillis).toList();

  private final Journal journal;
  private final Answers answers;
  private final Signals signals;
  private final Executor executor;
  private final Clock clock;
  private final ConcurrentHashMap<String, Lane> lanes = new ConcurrentHashMap<>();

  /** The executor must have a thread for each lane and question at work, so virtual ones. */
  public SessionProcessor(
      Journal journal, Answers answers, Signals signals, Executor executor, Clock clock) {
    this.journal = journal;
    this.answers = answers;
    this.signals = signals;
    this.executor = executor;
    this.clock = clock;
  }

  /**
   * Hands an event to a conversation, which begins with its customer's first event.
   *
   * @return completes when the event's changes are durable, or it is certain that there are none;
   *     never exceptionally
   */
  public CompletionStage<Receipt> handle(String conversation, Event event) {
    return handle(conversation, event, Optional.empty());
  }

  /** Asks anew all questions that were unanswered when the server stopped; returns how many. */
  public int recover() {
    int asked = 0;
    for (var conversation : journal.open()) {
      if (conversation.session().state() instanceof State.BotServing(var unanswered)
          && !unanswered.isEmpty()) {
        asked++;
        inLane(
            conversation.id(),
            lane -> {
              resume(lane, conversation.id());
              return new Receipt.Ignored("recovered");
            });
      }
    }
    return asked;
  }

  /** How many conversations are at hand. */
  public int lanes() {
    return lanes.size();
  }

  private CompletionStage<Receipt> handle(
      String conversation, Event event, Optional<Dialogue> remembered) {
    return inLane(conversation, lane -> handle(lane, conversation, event, remembered));
  }

  private CompletionStage<Receipt> inLane(String conversation, Function<Lane, Receipt> work) {
    var done = new CompletableFuture<Receipt>();
    while (true) {
      var lane = lanes.computeIfAbsent(conversation, _ -> new Lane(executor));
      var offer = lane.offer(() -> done.complete(guarded(lane, conversation, work)));
      switch (offer) {
        case TAKEN -> {
          return done;
        }
        case FULL -> {
          return CompletableFuture.completedFuture(new Receipt.Refused("busy"));
        }
        case CLOSED -> lanes.remove(conversation, lane);
      }
    }
  }

  private Receipt guarded(Lane lane, String conversation, Function<Lane, Receipt> work) {
    try {
      return work.apply(lane);
    } catch (JournalUnavailableException | StaleWriterException e) {
      LOG.error("Conversation {} could not be stored: {}", conversation, e.getMessage());
      lane.desk.clear();
      return new Receipt.Refused("not_stored");
    } catch (RuntimeException e) {
      LOG.error("An event of conversation {} failed", conversation, e);
      lane.desk.clear();
      return new Receipt.Refused("not_stored");
    } finally {
      tidy();
    }
  }

  private Receipt handle(Lane lane, String id, Event event, Optional<Dialogue> remembered) {
    var found = load(lane, id);
    if (found.isEmpty() && !isCustomers(event)) {
      return new Receipt.Ignored("absent");
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var before = found.orElseGet(() -> Conversation.begin(id, now));
    var step = SessionMachine.step(before.session(), event);
    if (!step.changes() || before.knows(event)) {
      return new Receipt.Ignored(before.session().state().word());
    }
    var dialogue = remembered.orElse(before.dialogue());
    var after = before.after(step.next(), step.entries(), dialogue, now);
    var expected = before.session().lastSequence();
    return switch (journal.append(after, expected, step.entries())) {
      case Journal.Appended.Duplicate(var sequence) -> new Receipt.Duplicate(sequence);
      case Journal.Appended.Committed _ -> {
        var lines = lane.desk.lines();
        lane.desk.lay(after, step.entries());
        tell(after, logged(expected, after, step));
        step.ask().ifPresent(ask -> ask(after, ask, lines));
        yield new Receipt.Stored(place(expected, step));
      }
    };
  }

  /** The place of the event's own entry: after a "reopened", if there is one. */
  private static long place(long expected, Step step) {
    var reopened =
        step.entries().getFirst() instanceof Entry.Moved moved && moved.reason().equals("reopened");
    return expected + (reopened ? 2 : 1);
  }

  private static List<Logged> logged(long expected, Conversation after, Step step) {
    return IntStream.range(0, step.entries().size())
        .mapToObj(i -> new Logged(expected + 1 + i, after.changed(), step.entries().get(i)))
        .toList();
  }

  private void tell(Conversation after, List<Logged> entries) {
    try {
      signals.committed(after, entries);
    } catch (RuntimeException e) {
      LOG.error("News of conversation {} was stored but not passed on", after.id(), e);
    }
  }

  private void ask(Conversation conversation, Step.Ask ask, List<Turn.Line> history) {
    var question =
        new TurnRequest(
            conversation.id(),
            ask,
            conversation.dialogue(),
            conversation.customerId(),
            conversation.sku(),
            history);
    executor.execute(() -> take(question.conversation(), answers.answer(question), 0));
  }

  /** Hands an answer in, again and again while the storage is down: the customer waits for it. */
  private void take(String conversation, Answer answer, int refusals) {
    handle(conversation, answer.event(), Optional.of(answer.dialogue()))
        .thenAccept(
            receipt -> {
              if (!(receipt instanceof Receipt.Refused(var reason))) {
                return;
              }
              if (refusals >= RETRY_PAUSES.size()) {
                LOG.error("An answer in conversation {} was given up: {}", conversation, reason);
                return;
              }
              CompletableFuture.delayedExecutor(
                      RETRY_PAUSES.get(refusals).toMillis(), TimeUnit.MILLISECONDS, executor)
                  .execute(() -> take(conversation, answer, refusals + 1));
            });
  }

  private void resume(Lane lane, String id) {
    load(lane, id)
        .ifPresent(
            conversation -> {
              if (conversation.session().state() instanceof State.BotServing(var unanswered)
                  && !unanswered.isEmpty()) {
                var ask = new Step.Ask(conversation.session().epoch(), unanswered.getFirst());
                ask(conversation, ask, lane.desk.lines());
              }
            });
  }

  private Optional<Conversation> load(Lane lane, String id) {
    if (lane.desk.conversation().isEmpty()) {
      journal
          .find(id)
          .ifPresent(
              conversation ->
                  lane.desk.lay(
                      conversation,
                      journal.latest(id, 3 * Desk.MOST_LINES).stream()
                          .map(Logged::entry)
                          .toList()));
    }
    return lane.desk.conversation();
  }

  private static boolean isCustomers(Event event) {
    return event instanceof Event.CustomerSaid
        || event instanceof Event.CustomerViewed
        || event instanceof Event.CustomerIdentified;
  }

  /** Forgets lanes without work when there are very many. */
  private void tidy() {
    if (lanes.size() <= MOST_IDLE_LANES) {
      return;
    }
    var some = new ArrayList<>(lanes.entrySet().stream().limit(1_000).toList());
    some.forEach(
        entry -> {
          if (entry.getValue().closeIfIdle()) {
            lanes.remove(entry.getKey(), entry.getValue());
          }
        });
  }
}
