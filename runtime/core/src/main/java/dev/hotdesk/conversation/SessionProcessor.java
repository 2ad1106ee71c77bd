package dev.hotdesk.conversation;

import dev.hotdesk.api.Language;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.Event;
import dev.hotdesk.session.SessionMachine;
import dev.hotdesk.session.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes each conversation's events through the rules: load, step, store, tell, ask. The only place
 * where the rules meet the world.
 *
 * <p>Events of one conversation are handled one after another in its lane; conversations do not
 * wait for each other, and no lane waits for a plugin. What the agents are asked follows from what
 * is stored, so a question is never forgotten, whatever fails.
 */
public final class SessionProcessor {

  private static final Logger LOG = LoggerFactory.getLogger(SessionProcessor.class);

  /** How often another server may have been quicker before it is given up. */
  private static final int MOST_TRIES = 40;

  /** The longest pause between two tries, as a power of two in milliseconds: two in step part. */
  private static final int LONGEST_PAUSE = 6;

  private static final int MOST_RINGS = 8;

  private static final Receipt ASKED = new Receipt.Ignored("asked");

  /** How many entries a late message can have been overtaken by; older, it goes before them. */
  private static final int MOST_LATE = 500;

  private final Journal journal;
  private final Asking asking;
  private final Signals signals;
  private final Clock clock;
  private final Peers peers;
  private final Timing timing;
  private final Lanes lanes;
  private final LamportClock stamps = new LamportClock();

  /** The executor must have a thread for each lane and question at work, so virtual ones. */
  public SessionProcessor(
      Journal journal, Answers answers, Signals signals, Executor executor, Clock clock) {
    this(journal, answers, signals, executor, clock, Peers.NONE, Timing.DEFAULT);
  }

  /** The same, on a journal to which other servers may write as well. */
  public SessionProcessor(
      Journal journal,
      Answers answers,
      Signals signals,
      Executor executor,
      Clock clock,
      Peers peers,
      Timing timing) {
    this.peers = peers;
    this.timing = timing;
    this.journal = journal;
    this.signals = signals;
    this.clock = clock;
    this.lanes = new Lanes(executor);
    this.asking =
        new Asking(
            answers,
            executor,
            peers,
            (conversation, answer) ->
                inLane(
                    conversation,
                    desk ->
                        handle(
                            desk, conversation, answer.event(), Optional.of(answer.dialogue()))));
  }

  /**
   * Hands an event to a conversation, which begins with its customer's first event.
   *
   * @return completes when the event's changes are durable, or it is certain that there are none;
   *     never exceptionally
   */
  public CompletionStage<Receipt> handle(String conversation, Event event) {
    return inLane(conversation, desk -> handle(desk, conversation, event, Optional.empty()));
  }

  /** Asks anew all questions that were unanswered when the server stopped; returns how many. */
  public int recover() {
    var owed = journal.owed();
    owed.forEach(it -> askAnew(it.id()));
    return owed.size();
  }

  /** Asks what a conversation's customer is to be answered now, unless this server is at it. */
  public void askAnew(String conversation) {
    inLane(conversation, desk -> resume(desk, conversation));
  }

  /**
   * Asks the agents of this server a question that was offered to all of them.
   *
   * @param question its place in the log
   * @return completes when the answer is stored or nobody waits for it any more; refused if it
   *     could not be asked here
   */
  public CompletionStage<Receipt> answer(String conversation, long epoch, long question) {
    var answered = new CompletableFuture<Receipt>();
    inLane(conversation, desk -> answer(desk, conversation, epoch, question, answered))
        .thenAccept(
            receipt -> {
              if (!receipt.equals(ASKED)) {
                answered.complete(receipt);
              }
            });
    return answered;
  }

  /**
   * A conversation goes at least as far as this: another server has appended to it. Those who
   * listen here are told of what they do not know. To be told of the same again is harmless.
   */
  public void moved(String conversation, long sequence) {
    inLane(conversation, desk -> catchUp(desk, conversation, sequence));
  }

  /**
   * The same, with what the other server has appended, so that the journal need not be asked.
   *
   * @param entries the latest ones, without gaps, in order
   */
  public void moved(Conversation now, List<Logged> entries) {
    inLane(now.id(), desk -> catchUp(desk, now, entries));
  }

  /** Looks whether time has brought something about in a conversation that is stored so. */
  CompletionStage<Receipt> look(Conversation stored) {
    return inLane(
        stored.id(),
        desk -> {
          if (!desk.conversation().equals(Optional.of(stored))) {
            desk.outrun();
          }
          load(desk, stored.id());
          return new Receipt.Ignored("looked");
        });
  }

  /** The conversations that have been at one piece of work for so long. Nobody expects any. */
  public List<String> stuck(Duration time) {
    return lanes.stuck(time);
  }

  /** How many conversations are at hand. */
  public int lanes() {
    return lanes.size();
  }

  /** How many conversations have events that are being handled, or wait for it. */
  public int busy() {
    return lanes.busy();
  }

  private CompletionStage<Receipt> inLane(String conversation, Function<Desk, Receipt> work) {
    return lanes.in(conversation, desk -> guarded(desk, conversation, work));
  }

  private Receipt guarded(Desk desk, String conversation, Function<Desk, Receipt> work) {
    try {
      var receipt = untilNobodyIsQuicker(desk, work);
      desk.conversation().ifPresent(stored -> asking.ask(desk, stored));
      ring(desk);
      return receipt;
    } catch (JournalUnavailableException | StaleWriterException e) {
      LOG.error("Conversation {} could not be stored: {}", conversation, e.getMessage());
    } catch (RuntimeException | Error e) {
      // Whatever it was, the lane must go on: its customer says the same again, and waits for it.
      LOG.error("An event of conversation {} failed", conversation, e);
    }
    desk.clear();
    return new Receipt.Refused("not_stored");
  }

  /** Lets happen what is due by now. If it cannot, that is for the next look: the work is done. */
  private void ring(Desk desk) {
    try {
      for (int rung = 0; rung < MOST_RINGS && ringOnce(desk); rung++) {}
    } catch (JournalUnavailableException e) {
      LOG.warn("What time brings about has to wait: {}", e.getMessage());
      desk.clear();
    } catch (StaleWriterException _) {
      desk.outrun();
    }
  }

  /** Returns whether something has happened. */
  private boolean ringOnce(Desk desk) {
    if (desk.conversation().isEmpty()) {
      return false;
    }
    var known = desk.conversation().get();
    var now = now();
    var alarm = timing.next(known, now);
    if (alarm.isPresent() && !alarm.get().due().isAfter(now)) {
      var receipt = handle(desk, known.id(), alarm.get().event(), Optional.empty());
      return receipt instanceof Receipt.Stored;
    }
    timing
        .corrected(known, alarm, now)
        .ifPresent(
            corrected -> {
              journal.postpone(corrected);
              desk.lay(corrected, List.of());
            });
    return false;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Steps again on what another server has stored meanwhile; nobody needs to know. */
  private static Receipt untilNobodyIsQuicker(Desk desk, Function<Desk, Receipt> work) {
    for (int tries = 1; ; tries++) {
      desk.begin();
      try {
        return work.apply(desk);
      } catch (StaleWriterException e) {
        if (tries == MOST_TRIES) {
          throw e;
        }
        desk.outrun();
        giveWay(tries);
      }
    }
  }

  private static void giveWay(int tries) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(1L << Math.min(tries, LONGEST_PAUSE)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JournalUnavailableException("Interrupted while another server was quicker", e);
    }
  }

  private Receipt resume(Desk desk, String id) {
    if (peers.mayWrite()) {
      desk.outrun();
    }
    load(desk, id);
    desk.takeOver();
    return new Receipt.Ignored("resumed");
  }

  private Receipt answer(
      Desk desk, String id, long epoch, long question, CompletableFuture<Receipt> answered) {
    if (desk.due(epoch, question).isEmpty()) {
      desk.outrun();
      load(desk, id);
    }
    var due = desk.due(epoch, question);
    if (due.isEmpty()) {
      return new Receipt.Ignored("answered");
    }
    desk.accept(due.get());
    asking
        .askHere(desk, desk.conversation().orElseThrow(), due.get())
        .thenAccept(answered::complete);
    return ASKED;
  }

  private Receipt catchUp(Desk desk, String id, long sequence) {
    if (!desk.hasTold(sequence)) {
      desk.outrun();
      journal.find(id).ifPresent(now -> tellLatest(desk, now, latest(id), false));
    }
    return new Receipt.Ignored("moved");
  }

  private Receipt catchUp(Desk desk, Conversation now, List<Logged> entries) {
    if (!desk.hasTold(now.session().lastSequence())) {
      desk.follow(now, entries);
      tellLatest(desk, now, entries, false);
    }
    return new Receipt.Ignored("moved");
  }

  private Receipt handle(Desk desk, String id, Event event, Optional<Dialogue> remembered) {
    var found = load(desk, id);
    if (found.isEmpty() && !event.isCustomers()) {
      return new Receipt.Ignored("absent");
    }
    var now = now();
    var before = found.orElseGet(() -> Conversation.begin(id, now, language(event)));
    if (before.isOthers(event)) {
      return isOutrun(desk, before)
          ? handle(desk, id, event, remembered)
          : new Receipt.Ignored(Receipt.Ignored.OTHER_CUSTOMER);
    }
    var step = stamped(desk, id, event, SessionMachine.step(before.session(), event, now), now);
    if (!step.changes() || before.knows(event)) {
      return isOutrun(desk, before)
          ? handle(desk, id, event, remembered)
          : new Receipt.Ignored(before.session().state().word());
    }
    var after =
        timing.after(
            before,
            before.after(step.next(), step.entries(), remembered.orElse(before.dialogue()), now),
            now);
    var expected = before.session().lastSequence();
    return switch (journal.append(after, expected, step.entries())) {
      case Journal.Appended.Duplicate(var sequence) -> new Receipt.Duplicate(sequence);
      case Journal.Appended.Committed _ -> {
        var entries = logged(expected, after, step);
        desk.lay(after, entries);
        tell(desk, after, entries, true);
        yield new Receipt.Stored(place(entries));
      }
    };
  }

  /** The same step, its messages stamped. */
  private Step stamped(Desk desk, String id, Event event, Step step, Instant now) {
    if (step.entries().stream().noneMatch(Entry.Said.class::isInstance)) {
      return step;
    }
    stamps.saw(desk.timeline().lastOrder());
    var channels = event instanceof Event.CustomerSaid said ? said.sent() : Instant.EPOCH;
    return new Step(
        step.next(),
        step.entries().stream()
            .map(
                entry ->
                    entry instanceof Entry.Said said
                        ? desk.timeline()
                            .stamped(
                                said,
                                channels,
                                now,
                                stamps.tick(now),
                                () -> journal.latest(id, MOST_LATE))
                        : entry)
            .toList());
  }

  private static Language language(Event event) {
    return event instanceof Event.CustomerSaid said ? said.language() : Language.ZH;
  }

  /** The place of the event's own entry: after a "reopened", if there is one. */
  private static long place(List<Logged> entries) {
    var isReopened =
        entries.getFirst().entry() instanceof Entry.Moved moved
            && moved.reason().equals("reopened");
    return entries.get(isReopened ? 1 : 0).sequence();
  }

  private static List<Logged> logged(long expected, Conversation after, Step step) {
    return IntStream.range(0, step.entries().size())
        .mapToObj(i -> new Logged(expected + 1 + i, after.changed(), step.entries().get(i)))
        .toList();
  }

  /** Whether another server has moved the conversation on; what is at hand is then laid away. */
  private boolean isOutrun(Desk desk, Conversation known) {
    if (desk.isFresh() || !peers.mayWrite()) {
      return false;
    }
    var last = journal.find(known.id()).map(it -> it.session().lastSequence()).orElse(0L);
    if (last == known.session().lastSequence()) {
      return false;
    }
    desk.outrun();
    return true;
  }

  /** Tells of those entries of which the world has not been told. */
  private void tellLatest(Desk desk, Conversation now, List<Logged> latest, boolean own) {
    var told = desk.told().orElse(0);
    var news = latest.stream().filter(it -> it.sequence() > told).toList();
    if (!news.isEmpty()) {
      tell(desk, now, news, own);
    }
  }

  private void tell(Desk desk, Conversation after, List<Logged> entries, boolean own) {
    desk.told(after.session().lastSequence());
    try {
      if (own) {
        signals.committed(after, entries);
      } else {
        signals.caughtUp(after, entries);
      }
    } catch (RuntimeException e) {
      LOG.error("News of conversation {} was stored but not passed on", after.id(), e);
    }
  }

  /** The conversation as it is stored; tells what a failed append may have stored untold. */
  private Optional<Conversation> load(Desk desk, String id) {
    if (desk.conversation().isEmpty()) {
      journal.find(id).ifPresent(stored -> lay(desk, stored));
    }
    return desk.conversation();
  }

  private void lay(Desk desk, Conversation stored) {
    var latest = latest(stored.id());
    desk.lay(stored, latest);
    if (desk.told().isPresent()) {
      tellLatest(desk, stored, latest, desk.isUnsure());
    }
    if (peers.mayWrite() && !desk.isUnsure()) {
      desk.leave(stored.session().ask());
    }
    desk.read();
  }

  private List<Logged> latest(String id) {
    return journal.latest(id, 3 * Desk.MOST_LINES);
  }
}
