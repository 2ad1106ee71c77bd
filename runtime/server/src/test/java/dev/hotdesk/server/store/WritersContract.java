package dev.hotdesk.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Author;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Journal.Appended;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.conversation.StaleWriterException;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.Session;
import dev.hotdesk.session.State;
import dev.hotdesk.session.Times;
import dev.hotdesk.testkit.JournalContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a journal promises to many writers at once. */
abstract class WritersContract extends JournalContract {

  private static final Instant BEGUN = Instant.parse("2026-11-23T10:00:00.123Z");
  private static final AtomicInteger COUNT = new AtomicInteger();

  final String id = "web.contract-" + COUNT.incrementAndGet() + "-" + System.nanoTime();

  @Test
  void stores_the_same_message_once_and_tells_its_place() {
    append(0, new State.Waiting("", Instant.EPOCH), List.of(said("c-1", "a")));
    append(1, new State.Waiting("", Instant.EPOCH), List.of(said("c-2", "b")));

    var again = append(2, new State.OperatorServing("amy"), List.of(said("c-1", "a")));

    assertThat(again).isEqualTo(new Appended.Duplicate(1));
    assertThat(journal().read(id, 0, 10)).hasSize(2);
    assertThat(standing()).isEqualTo(new State.Waiting("", Instant.EPOCH));
  }

  @Test
  void tells_a_duplicate_even_to_a_writer_who_lags_behind() {
    append(0, new State.Waiting("", Instant.EPOCH), List.of(said("c-1", "a"), said("c-2", "b")));

    assertThat(append(1, new State.Waiting("", Instant.EPOCH), List.of(said("c-2", "b"))))
        .isEqualTo(new Appended.Duplicate(2));
  }

  @Test
  void stores_the_same_message_once_when_it_comes_twice_at_the_same_instant() {
    append(0, new State.Waiting("", Instant.EPOCH), List.of(said("c-0", "first")));

    var results =
        atOnce(20, _ -> append(1, new State.Waiting("", Instant.EPOCH), List.of(said("c-1", "a"))));

    assertThat(results).filteredOn(new Appended.Committed()::equals).hasSize(1);
    assertThat(results).filteredOn(new Appended.Duplicate(2)::equals).hasSize(19);
    assertThat(journal().read(id, 0, 100)).hasSize(2);
  }

  @Test
  void begins_a_conversation_once() {
    var results =
        atOnce(10, _ -> append(0, new State.Waiting("", Instant.EPOCH), List.of(viewed())));

    assertThat(results).filteredOn(new Appended.Committed()::equals).hasSize(1);
    assertThat(results).filteredOn(StaleWriterException.class::isInstance).hasSize(9);
  }

  @Test
  void refuses_only_one_of_two_writers_at_the_same_place() {
    append(0, new State.Waiting("", Instant.EPOCH), List.of(viewed()));

    var results =
        atOnce(
            10,
            i ->
                append(
                    1,
                    new State.Waiting("", Instant.EPOCH),
                    List.of(said("c-" + i, "a"), viewed())));

    assertThat(results).filteredOn(new Appended.Committed()::equals).hasSize(1);
    assertThat(results).filteredOn(StaleWriterException.class::isInstance).hasSize(9);
    assertThat(journal().read(id, 0, 100)).hasSize(3);
  }

  @Test
  void keeps_the_order_of_many_conversations_written_at_once() {
    var results =
        atOnce(
            200,
            i -> {
              for (long seq = 0; seq < 5; seq++) {
                append(
                    id + "-" + i,
                    seq,
                    new State.Waiting("", Instant.EPOCH),
                    List.of(said("c-" + seq, "" + seq)));
              }
              return i;
            });

    assertThat(results).hasSize(200).allMatch(Integer.class::isInstance);
    for (int i = 0; i < 200; i++) {
      assertThat(sequences(journal().read(id + "-" + i, 0, 10)))
          .isEqualTo(LongStream.rangeClosed(1, 5).boxed().toList());
    }
  }

  final Appended append(long expected, State state, List<? extends Entry> entries) {
    return append(id, expected, state, entries);
  }

  final Appended append(
      String conversation, long expected, State state, List<? extends Entry> entries) {
    var session = new Session(1, state, 1, expected + entries.size(), Times.begin(BEGUN));
    return journal()
        .append(
            new Conversation(conversation, BEGUN, BEGUN, session, Dialogue.NONE, "", ""),
            expected,
            List.copyOf(entries));
  }

  /** What many callers got who came at the same moment; a failure counts as its exception. */
  static List<Object> atOnce(int callers, IntFunction<Object> call) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var gate = new CompletableFuture<Void>();
      var calls = new ArrayList<CompletableFuture<Object>>();
      for (int i = 0; i < callers; i++) {
        var number = i;
        calls.add(
            gate.thenApplyAsync(_ -> call.apply(number), threads)
                .exceptionally(e -> e.getCause() == null ? e : e.getCause()));
      }
      gate.complete(null);
      return calls.stream().map(CompletableFuture::join).toList();
    }
  }

  static Entry.Said said(String clientId, String text) {
    return new Entry.Said(Author.CUSTOMER, "", text, clientId);
  }

  static Entry viewed() {
    return new Entry.Viewed("SW-1");
  }

  private State standing() {
    return journal().find(id).orElseThrow().session().state();
  }

  private static List<Long> sequences(List<Logged> log) {
    return log.stream().map(Logged::sequence).toList();
  }
}
