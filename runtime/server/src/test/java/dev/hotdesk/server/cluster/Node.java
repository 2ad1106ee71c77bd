package dev.hotdesk.server.cluster;

import dev.hotdesk.api.Reply;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.conversation.SessionProcessor;
import dev.hotdesk.function.LogSubscribers;
import dev.hotdesk.routing.Answer;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.routing.TurnRequest;
import dev.hotdesk.server.store.JpaJournal;
import dev.hotdesk.server.store.Places;
import dev.hotdesk.server.stream.Hub;
import dev.hotdesk.server.stream.LogFeed;
import dev.hotdesk.session.Event;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/** One server of a cluster, without the sockets: journal, lanes, hub, and who listens there. */
final class Node implements Here, AutoCloseable {

  final Hub hub = new Hub();
  final JpaJournal journal;
  final SessionProcessor processor;
  final Reconciliation reconciliation;
  private final EntityManagerFactory factory;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Long> desk = new ConcurrentHashMap<>();

  Node(DataSource database) {
    this.factory =
        Persistence.createEntityManagerFactory(
            "hotdesk", Map.of("jakarta.persistence.nonJtaDataSource", database));
    this.journal = new JpaJournal(factory, threads, (_, _) -> {}, LogSubscribers.NONE);
    this.processor =
        new SessionProcessor(journal, Node::answer, hub, threads, Clock.systemUTC(), () -> true);
    this.reconciliation = new Reconciliation(new Places(database), this);
    hub.watch(
        new Hub.Watcher() {
          @Override
          public void committed(Conversation now, List<Logged> entries) {
            desk.merge(now.id(), now.session().lastSequence(), Math::max);
          }

          @Override
          public void customerTypes(String conversation, boolean on) {}
        });
  }

  /** Somebody's socket, who reads a conversation from its beginning. */
  LogFeed listen(String conversation) {
    var feed = new LogFeed(journal, conversation, 0);
    hub.listen(conversation, (_, entries) -> feed.offer(entries));
    return feed;
  }

  private static Answer answer(TurnRequest request) {
    return new Answer(
        new Event.AgentReplied(
            request.ask().epoch(),
            request.ask().question().sequence(),
            new Event.Insight("greeting", 1, Map.of(), "echo@1", 1),
            "echo",
            Reply.say("you said " + request.ask().question().text())),
        Dialogue.NONE);
  }

  @Override
  public Set<String> listened() {
    return hub.listened();
  }

  @Override
  public Set<String> laidOut() {
    return desk.keySet();
  }

  @Override
  public Set<String> lively() {
    return desk.keySet();
  }

  @Override
  public long known(String conversation) {
    return desk.getOrDefault(conversation, 0L);
  }

  @Override
  public void moved(String conversation, long sequence) {
    processor.moved(conversation, sequence);
  }

  @Override
  public void close() {
    threads.shutdown();
    journal.close();
    factory.close();
  }
}
