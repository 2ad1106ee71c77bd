package dev.hotdesk.server.store;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Journal;
import dev.hotdesk.conversation.JournalUnavailableException;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.conversation.StaleWriterException;
import dev.hotdesk.function.LogSubscribers;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.State;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Keeps conversations in a relational database, the appends of many in one transaction. */
public final class JpaJournal implements Journal, AutoCloseable {

  static final List<String> OPEN =
      State.WORDS.stream().filter(word -> !word.equals(new State.Closed().word())).toList();

  private static final List<String> ATTENDED =
      List.of("waiting", "operator", "transferring", "wrap_up");

  private static final int WRITERS = 3;

  private final EntityManagerFactory factory;
  private final Foreign foreign = new Foreign();
  private final LogSubscribers subscribers;
  private final List<GroupCommit> commits;
  private final Predicate<String> pushed;

  /**
   * Opens the journal.
   *
   * @param factory of the persistence unit {@code hotdesk}, resource-local
   * @param executor lends one thread for as long as the journal is open
   * @param watch is told of each batch
   * @param subscribers want to hear of what is written, once it is durable
   */
  public JpaJournal(
      EntityManagerFactory factory,
      Executor executor,
      JournalWatch watch,
      LogSubscribers subscribers) {
    this(factory, executor, watch, subscribers, 1, _ -> false);
  }

  /**
   * Opens the journal with several writers: while one waits for the disk, another fills its batch.
   * A conversation always has the same one. H2 wants one writer only.
   *
   * @param writers how many; each is lent a thread
   * @param pushed whether a channel is called, so that what the shop says goes into the outbox
   */
  public JpaJournal(
      EntityManagerFactory factory,
      Executor executor,
      JournalWatch watch,
      LogSubscribers subscribers,
      int writers,
      Predicate<String> pushed) {
    this.factory = factory;
    this.subscribers = subscribers;
    this.pushed = pushed;
    var transaction = new AppendTransaction(factory, subscribers);
    this.commits =
        IntStream.range(0, writers)
            .mapToObj(_ -> new GroupCommit(transaction::store, executor, watch))
            .toList();
  }

  /** How many writers do this database good. */
  public static int writersFor(DataSource database) {
    return Schema.isEmbedded(database) ? 1 : WRITERS;
  }

  private GroupCommit commitsOf(String conversation) {
    return commits.get(Math.floorMod(conversation.hashCode(), commits.size()));
  }

  /** How many appends wait to be stored. */
  public int waiting() {
    return commits.stream().mapToInt(GroupCommit::waiting).sum();
  }

  /** Whether it goes on storing what it is given. */
  public boolean isAlive() {
    return commits.stream().allMatch(GroupCommit::isAlive);
  }

  @Override
  public Optional<Conversation> find(String id) {
    return reading(
        entities ->
            Optional.ofNullable(entities.find(ConversationRow.class, id))
                .map(row -> Foreign.known(id, row::conversation)));
  }

  @Override
  public Appended append(Conversation next, long expected, List<Entry> entries) {
    var occasions = subscribers.of(next.id(), expected + 1, next.changed(), entries);
    var append = Append.of(next, expected, entries, occasions, pushed.test(next.channel()));
    commitsOf(next.id()).add(append);
    try {
      return append.done().join();
    } catch (CompletionException e) {
      throw switch (e.getCause()) {
        case StaleWriterException stale -> stale;
        case JournalUnavailableException unavailable -> unavailable;
        case null, default -> new JournalUnavailableException("The append failed: " + next.id(), e);
      };
    }
  }

  @Override
  public List<Logged> read(String id, long after, int most) {
    return reading(
        entities ->
            entities
                .createQuery(
                    "select e from LogEntryRow e"
                        + " where e.conversationId = :id and e.sequence > :after"
                        + " order by e.sequence",
                    LogEntryRow.class)
                .setParameter("id", id)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> Foreign.known(id, row::logged))
                .toList());
  }

  @Override
  public List<Logged> latest(String id, int most) {
    return reading(
        entities ->
            entities
                .createQuery(
                    "select e from LogEntryRow e where e.conversationId = :id"
                        + " order by e.sequence desc",
                    LogEntryRow.class)
                .setParameter("id", id)
                .setMaxResults(most)
                .getResultList()
                .reversed()
                .stream()
                .map(row -> Foreign.known(id, row::logged))
                .toList());
  }

  @Override
  public List<Conversation> open() {
    return in(OPEN);
  }

  @Override
  public List<Conversation> attended() {
    return in(ATTENDED);
  }

  private List<Conversation> in(List<String> states) {
    return reading(
        entities ->
            entities
                .createQuery(
                    "select c from ConversationRow c where c.state in :states"
                        + " order by c.changed, c.id",
                    ConversationRow.class)
                .setParameter("states", states)
                .getResultStream()
                .flatMap(foreign::listed)
                .toList());
  }

  @Override
  public List<Conversation> owed() {
    return reading(
        entities ->
            entities
                .createQuery(
                    "select c from ConversationRow c where c.state = 'bot'"
                        + " and c.stateDetail like '%\"seq\":%' order by c.changed, c.id",
                    ConversationRow.class)
                .getResultStream()
                .flatMap(foreign::listed)
                .toList());
  }

  @Override
  public List<Conversation> due(Instant now, int most) {
    return reading(
        entities ->
            entities
                .createQuery(
                    "select c from ConversationRow c where c.due <= :now order by c.due",
                    ConversationRow.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultStream()
                .flatMap(foreign::listed)
                .toList());
  }

  @Override
  public void postpone(Conversation standing) {
    try (var entities = factory.createEntityManager()) {
      var transaction = entities.getTransaction();
      transaction.begin();
      try {
        new AppendStatements(entities.unwrap(Connection.class)).postpone(standing);
        transaction.commit();
      } finally {
        if (transaction.isActive()) {
          transaction.rollback();
        }
      }
    } catch (SQLException | PersistenceException e) {
      throw new JournalUnavailableException(
          "Conversation %s could not be postponed: %s".formatted(standing.id(), e.getMessage()), e);
    }
  }

  private <T> T reading(Function<EntityManager, T> query) {
    try (var entities = factory.createEntityManager()) {
      return query.apply(entities);
    } catch (PersistenceException e) {
      throw new JournalUnavailableException("The journal cannot be read: " + e.getMessage(), e);
    }
  }

  /** Stores what is waiting and takes nothing more. */
  @Override
  public void close() {
    commits.forEach(GroupCommit::close);
  }
}
