package dev.hotdesk.server.store;

import dev.hotdesk.conversation.Journal.Appended;
import dev.hotdesk.conversation.JournalUnavailableException;
import dev.hotdesk.conversation.StaleWriterException;
import dev.hotdesk.function.LogSubscribers;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores a batch of appends in one transaction and tells each what became of it. An append that the
 * database refuses is found by halving the batch, so it fails alone.
 */
final class AppendTransaction {

  private final EntityManagerFactory factory;
  private final LogSubscribers subscribers;

  AppendTransaction(EntityManagerFactory factory, LogSubscribers subscribers) {
    this.factory = factory;
    this.subscribers = subscribers;
  }

  /** Never throws. Each conversation is in the batch at most once. */
  void store(List<Append> batch) {
    try {
      commit(batch).forEach(Runnable::run);
    } catch (SQLException | RuntimeException e) {
      if (!isRefusal(e)) {
        fail(batch, e);
      } else if (batch.size() > 1) {
        store(batch.subList(0, batch.size() / 2));
        store(batch.subList(batch.size() / 2, batch.size()));
      } else {
        storeAgain(batch);
      }
    }
  }

  /** Another writer may have been there at the same moment; then it is a duplicate, or stale. */
  private void storeAgain(List<Append> one) {
    try {
      commit(one).forEach(Runnable::run);
    } catch (SQLException | RuntimeException e) {
      fail(one, e);
    }
  }

  /** Returns what to tell once all is durable. */
  private List<Runnable> commit(List<Append> batch) throws SQLException {
    var news = new ArrayList<Runnable>(batch.size());
    try (var entities = factory.createEntityManager()) {
      var transaction = entities.getTransaction();
      transaction.begin();
      try {
        var connection = entities.unwrap(Connection.class);
        var statements = new AppendStatements(connection);
        var duplicates = statements.duplicates(batch);
        duplicates.forEach(
            (append, place) ->
                news.add(() -> append.done().complete(new Appended.Duplicate(place))));
        var fresh = batch.stream().filter(append -> !duplicates.containsKey(append)).toList();
        var moved = statements.advance(fresh);
        statements.log(moved);
        statements.recall(moved);
        statements.attach(moved);
        // Only those whose writer was the present one: a stale epoch moves nothing, and sends
        // nothing.
        OutboxRow.insert(
            connection, moved.stream().flatMap(append -> append.outgoing().stream()).toList());
        var occasions = moved.stream().flatMap(append -> append.occasions().stream()).toList();
        OccasionRow.insert(connection, occasions);
        moved.forEach(append -> news.add(() -> append.done().complete(new Appended.Committed())));
        fresh.stream()
            .filter(append -> !moved.contains(append))
            .forEach(append -> news.add(() -> stale(append)));
        if (!occasions.isEmpty()) {
          news.add(
              () -> subscribers.stored(occasions.stream().map(OccasionRow::occasion).toList()));
        }
        transaction.commit();
      } finally {
        if (transaction.isActive()) {
          transaction.rollback();
        }
      }
    }
    return news;
  }

  private static void stale(Append append) {
    append
        .done()
        .completeExceptionally(
            new StaleWriterException(
                "Conversation %s has moved on from sequence %d"
                    .formatted(append.conversation(), append.expected())));
  }

  private static void fail(List<Append> batch, Exception cause) {
    for (var append : batch) {
      append
          .done()
          .completeExceptionally(
              new JournalUnavailableException(
                  "Conversation %s could not be stored: %s"
                      .formatted(append.conversation(), cause.getMessage()),
                  cause));
    }
  }

  /** Whether the database refuses something in the batch, rather than being down itself. */
  private static boolean isRefusal(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        var category = sql.getSQLState().substring(0, 2);
        return category.equals("22") || category.equals("23") || category.equals("40");
      }
    }
    return false;
  }
}
