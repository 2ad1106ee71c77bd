package dev.hotdesk.server.store;

import dev.hotdesk.api.Attachment;
import dev.hotdesk.api.Author;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Journal.Appended;
import dev.hotdesk.function.Occasion;
import dev.hotdesk.session.Entry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One append on its way into the database, its JSON made already by the caller's own thread.
 *
 * @param next the conversation afterwards
 * @param state its session's state as JSON
 * @param dialogue its dialogue as JSON
 * @param times when what happened in its session as JSON
 * @param expected the last sequence that the writer knew
 * @param lines what to append
 * @param clientId what may be in the log once, of the one entry that has it, or the empty text
 * @param recalled the place of the message that is taken back; 0 for none
 * @param occasions what plugins' functions are to be told of it
 * @param outgoing what goes into the outbox
 * @param done completes when it is certain what became of it
 */
record Append(
    Conversation next,
    String state,
    String dialogue,
    String times,
    long expected,
    List<Line> lines,
    String clientId,
    long recalled,
    List<OccasionRow> occasions,
    List<OutboxRow> outgoing,
    CompletableFuture<Appended> done) {

  /** An entry, ready to be written. */
  record Line(long sequence, String kind, String clientId, String body, List<String> attachments) {}

  /** With {@code isPushed}, the shop's messages go into the outbox as well. */
  static Append of(
      Conversation next,
      long expected,
      List<Entry> entries,
      List<Occasion> occasions,
      boolean isPushed) {
    var lines = new java.util.ArrayList<Line>(entries.size());
    var sender = "";
    for (var entry : entries) {
      var clientId = entry.once();
      lines.add(
          new Line(
              expected + 1 + lines.size(),
              EntryJson.kind(entry),
              clientId,
              EntryJson.encode(entry),
              entry instanceof Entry.Said said
                  ? said.attachments().stream().map(Attachment::id).toList()
                  : List.of()));
      sender = sender.isEmpty() ? clientId : sender;
    }
    if (lines.isEmpty() || next.session().lastSequence() != expected + lines.size()) {
      throw new IllegalArgumentException(
          "Not an append: %d entries after %d, and then the last is %d"
              .formatted(lines.size(), expected, next.session().lastSequence()));
    }
    return new Append(
        next,
        StateJson.encode(next.session().state()),
        DialogueJson.encode(next.dialogue()),
        TimesJson.encode(next.session()),
        expected,
        List.copyOf(lines),
        sender,
        entries.stream()
            .mapToLong(entry -> entry instanceof Entry.Recalled it ? it.message() : 0)
            .max()
            .orElse(0),
        occasions.stream().map(it -> OccasionRow.of(it, next.changed())).toList(),
        isPushed ? outgoing(next, expected, entries) : List.of(),
        new CompletableFuture<>());
  }

  private static List<OutboxRow> outgoing(Conversation next, long expected, List<Entry> entries) {
    return IntStream.range(0, entries.size())
        .filter(i -> entries.get(i) instanceof Entry.Said said && said.author() != Author.CUSTOMER)
        .mapToObj(
            i -> new OutboxRow(next.id(), expected + 1 + i, next.session().epoch(), next.changed()))
        .toList();
  }

  /** Each append is one of its own, whatever it holds. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  String conversation() {
    return next.id();
  }
}
