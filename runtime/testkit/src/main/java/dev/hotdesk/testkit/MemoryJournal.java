package dev.hotdesk.testkit;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Journal;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.conversation.StaleWriterException;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps conversations in memory, with all the promises of a real journal but durability. */
public final class MemoryJournal implements Journal {

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Book> books = new HashMap<>();

  @Override
  public Optional<Conversation> find(String id) {
    lock.lock();
    try {
      return Optional.ofNullable(books.get(id)).map(book -> book.standing);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Appended append(Conversation next, long expected, List<Entry> entries) {
    lock.lock();
    try {
      var book = books.get(next.id());
      var last = book == null ? 0 : book.log.size();
      if (last != expected) {
        throw new StaleWriterException(
            "Conversation %s ends at %d, not at %d".formatted(next.id(), last, expected));
      }
      var first = book == null ? Optional.<Long>empty() : book.sequenceOfSame(entries);
      if (first.isPresent()) {
        return new Appended.Duplicate(first.get());
      }
      books.computeIfAbsent(next.id(), _ -> new Book(next)).write(next, entries);
      return new Appended.Committed();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Logged> read(String id, long after, int most) {
    return log(id).stream().filter(logged -> logged.sequence() > after).limit(most).toList();
  }

  @Override
  public List<Logged> latest(String id, int most) {
    var log = log(id);
    return log.subList(Math.max(0, log.size() - most), log.size());
  }

  @Override
  public List<Conversation> open() {
    lock.lock();
    try {
      return books.values().stream()
          .map(book -> book.standing)
          .filter(conversation -> !(conversation.session().state() instanceof State.Closed))
          .sorted(Comparator.comparing(Conversation::changed))
          .toList();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Conversation> due(Instant now, int most) {
    return open().stream()
        .filter(it -> it.due().map(due -> !due.isAfter(now)).orElse(false))
        .sorted(Comparator.comparing(it -> it.due().orElse(now)))
        .limit(most)
        .toList();
  }

  @Override
  public void postpone(Conversation standing) {
    lock.lock();
    try {
      var book = books.get(standing.id());
      if (book != null && book.log.size() == standing.session().lastSequence()) {
        book.standing = standing;
      }
    } finally {
      lock.unlock();
    }
  }

  private List<Logged> log(String id) {
    lock.lock();
    try {
      var book = books.get(id);
      return book == null ? List.of() : List.copyOf(book.log);
    } finally {
      lock.unlock();
    }
  }

  /** One conversation. */
  private static final class Book {

    private Conversation standing;
    private final List<Logged> log = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();

    Book(Conversation standing) {
      this.standing = standing;
    }

    Optional<Long> sequenceOfSame(List<Entry> entries) {
      return entries.stream()
          .flatMap(entry -> clientId(entry).stream())
          .flatMap(id -> Optional.ofNullable(sequences.get(id)).stream())
          .findFirst();
    }

    void write(Conversation next, List<Entry> entries) {
      for (var entry : entries) {
        var sequence = log.size() + 1L;
        log.add(new Logged(sequence, next.changed(), entry));
        clientId(entry).ifPresent(id -> sequences.put(id, sequence));
        if (entry instanceof Entry.Recalled(var message, _)) {
          log.replaceAll(
              it ->
                  it.sequence() == message
                      ? new Logged(it.sequence(), it.at(), it.entry(), true)
                      : it);
        }
      }
      standing = next;
    }

    private static Optional<String> clientId(Entry entry) {
      return Optional.of(entry.once()).filter(once -> !once.isEmpty());
    }
  }
}
