package dev.hotdesk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotdesk.api.Attachment;
import dev.hotdesk.api.Author;
import dev.hotdesk.api.Language;
import dev.hotdesk.api.Stamp;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Journal;
import dev.hotdesk.conversation.Journal.Appended;
import dev.hotdesk.conversation.StaleWriterException;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.Event.Insight;
import dev.hotdesk.session.Session;
import dev.hotdesk.session.State;
import dev.hotdesk.session.Target;
import dev.hotdesk.session.Timer;
import dev.hotdesk.session.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every journal promises. Extend it, and hand in a journal that may hold anything already. */
public abstract class JournalContract {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");

  private static final Times TIMES =
      new Times(
          NOON.minusSeconds(600),
          NOON.minusSeconds(60),
          NOON,
          Optional.of(NOON.minusSeconds(500)),
          Optional.of(NOON.minusSeconds(400)),
          Optional.of(NOON.minusMillis(7)),
          Optional.empty(),
          Duration.ofMillis(1_234),
          Optional.of(NOON.minusSeconds(8)),
          Set.of(Timer.FIRST_ANSWER, Timer.SLA));

  private final String id = "test." + UUID.randomUUID();

  /** The journal under test; the same one each time within a test. */
  protected abstract Journal journal();

  @Test
  void knows_nothing_of_a_conversation_that_never_began() {
    assertTrue(journal().find(id).isEmpty());
    assertEquals(List.of(), journal().read(id, 0, 10));
    assertEquals(List.of(), journal().latest(id, 10));
  }

  @Test
  void gives_back_what_was_appended() {
    var entries =
        List.of(
            said("c-1", "它会起球吗?🧶 O'Brien \"x\""),
            new Entry.Understood(
                1, new Insight("product.quality", 0.93, Map.of("product", "SW-1"), "a@1.0.0", 23)),
            new Entry.Said(Author.AGENT, "agent-products", "会一点", ""),
            new Entry.Said(
                Author.CUSTOMER,
                "",
                "",
                "c-2",
                List.of(new Attachment("a-1", "蓝 \"1\".png", "image/png", 2_048, 640, 480)),
                new Stamp(1_790_000_000_000_000L, NOON.minusSeconds(60), 1)),
            new Entry.Viewed("SW-1"),
            new Entry.Identified("C-1"),
            new Entry.Described("武汉", "gold"),
            new Entry.Noticed("n-1", "closed tomorrow", "sue"),
            new Entry.Corrected(1, "product.spec", "amy"),
            new Entry.Moved(waiting(), "handoff", ""),
            new Entry.Overdue(Timer.FIRST_ANSWER),
            new Entry.Moved(new State.OperatorServing("amy"), "", "amy"),
            new Entry.Moved(transferring(new Target.Operator("ben")), "refund", "amy", "急"),
            new Entry.Moved(transferring(new Target.Group("returns")), "", "amy"),
            new Entry.Moved(transferring(new Target.Store("sh-01")), "", "amy"),
            new Entry.Moved(new State.Snoozed("amy", NOON, "call him"), "", "amy", "call him"),
            new Entry.Moved(new State.WrapUp("amy"), "", "amy"),
            new Entry.Moved(new State.Survey("amy"), "", ""),
            new Entry.Rated(5, "好", "r-1"),
            new Entry.Moved(new State.Closed(), "", "amy"),
            new Entry.Moved(
                new State.Offline("handoff", new Target.Anyone(), NOON), "shop_closed", ""),
            new Entry.Left("call me", "138-0000", "l-1"),
            new Entry.Moved(
                new State.BotServing(List.of(new State.Question(1, "在吗"))), "reopened", ""));
    var then = standing(waiting(), entries.size());

    assertInstanceOf(Appended.Committed.class, journal().append(then, 0, entries));

    assertEquals(then, journal().find(id).orElseThrow());
    var read = journal().read(id, 0, 100);
    assertEquals(entries, read.stream().map(it -> it.entry()).toList());
    assertEquals(1, read.getFirst().sequence());
    assertEquals(entries.size(), read.getLast().sequence());
    assertTrue(read.stream().allMatch(it -> it.at().equals(NOON)));
  }

  @Test
  void reads_from_any_place_and_the_latest() {
    appendLines(5);

    assertEquals(
        List.of(3L, 4L), journal().read(id, 2, 2).stream().map(it -> it.sequence()).toList());
    assertEquals(
        List.of(4L, 5L), journal().latest(id, 2).stream().map(it -> it.sequence()).toList());
  }

  @Test
  void refuses_a_writer_that_missed_something() {
    appendLines(2);
    var late = standing(bot(), 2);

    assertThrows(
        StaleWriterException.class, () -> journal().append(late, 1, List.of(said("c-9", "?"))));
    assertEquals(2, journal().read(id, 0, 10).size());
  }

  @Test
  void appends_the_same_message_once_only() {
    appendLines(2);

    var again = journal().append(standing(bot(), 3), 2, List.of(said("c-1", "again")));

    assertEquals(new Appended.Duplicate(1), again);
    assertEquals(2, journal().read(id, 0, 10).size());
    assertEquals(2, journal().find(id).orElseThrow().session().lastSequence());
  }

  @Test
  void marks_what_was_taken_back_and_takes_it_back_once() {
    appendLines(2);
    var recall = List.<Entry>of(new Entry.Recalled(1, "amy"));

    journal().append(standing(bot(), 3), 2, recall);

    assertEquals(
        List.of(true, false, false),
        journal().read(id, 0, 10).stream().map(it -> it.recalled()).toList());
    assertEquals(said("c-1", "line 1"), journal().latest(id, 3).getFirst().entry());
    assertEquals(new Appended.Duplicate(3), journal().append(standing(bot(), 4), 3, recall));
  }

  @Test
  void lists_the_conversations_that_are_not_closed() {
    appendLines(1);
    assertTrue(journal().open().stream().anyMatch(open -> open.id().equals(id)));
    assertTrue(journal().attended().stream().noneMatch(this::isThis));

    var closed = standing(new State.Closed(), 2);
    journal().append(closed, 1, List.of(new Entry.Moved(new State.Closed(), "", "amy")));

    assertTrue(journal().open().stream().noneMatch(open -> open.id().equals(id)));
  }

  @Test
  void lists_the_conversations_that_are_due_the_longest_due_first() {
    appendLines(1);
    var due = NOON.plusSeconds(60);

    assertTrue(journal().due(due.minusMillis(1), 1_000_000).stream().noneMatch(this::isThis));
    var found = journal().due(due, 1_000_000);
    assertTrue(found.stream().anyMatch(this::isThis));
    var times = found.stream().map(one -> one.due().orElseThrow()).toList();
    assertEquals(times.stream().sorted().toList(), times);
    assertEquals(1, journal().due(due, 1).size());
  }

  @Test
  void postpones_a_conversation_unless_it_has_moved_on() {
    appendLines(2);
    var standing = standing(bot(), 2);
    var later = with(standing, Optional.of(NOON.plusSeconds(3_600)));

    journal().postpone(later);
    assertEquals(later, journal().find(id).orElseThrow());
    journal().postpone(with(standing(bot(), 1), Optional.empty()));
    assertEquals(later, journal().find(id).orElseThrow());
    journal().postpone(with(standing, Optional.empty()));
    assertTrue(journal().find(id).orElseThrow().due().isEmpty());
  }

  private boolean isThis(Conversation one) {
    return one.id().equals(id);
  }

  private static Conversation with(Conversation it, Optional<Instant> due) {
    return new Conversation(
        it.id(),
        it.begun(),
        it.changed(),
        it.session(),
        it.dialogue(),
        it.customerId(),
        it.sku(),
        it.store(),
        it.tier(),
        it.servedBy(),
        due);
  }

  private void appendLines(int count) {
    for (var n = 1; n <= count; n++) {
      journal().append(standing(bot(), n), n - 1, List.of(said("c-" + n, "line " + n)));
    }
  }

  private Conversation standing(State state, long last) {
    var dialogue =
        new Dialogue(
            "agent-orders", "order.status", "phone_last4", Map.of("colour", "blue"), Language.EN);
    return new Conversation(
        id,
        NOON,
        NOON,
        new Session(2, state, 7, last, TIMES),
        dialogue,
        "C-1",
        "SW-1-BLUE-M",
        "武汉",
        "gold",
        "amy",
        Optional.of(NOON.plusSeconds(60)));
  }

  private static State waiting() {
    return new State.Waiting("handoff", new Target.Anyone(), NOON);
  }

  private static State transferring(Target to) {
    return new State.Transferring("amy", to, "refund", NOON);
  }

  private static State bot() {
    return new State.BotServing(List.of(new State.Question(1, "line 1")));
  }

  private static Entry said(String clientId, String text) {
    return new Entry.Said(Author.CUSTOMER, "", text, clientId);
  }
}
