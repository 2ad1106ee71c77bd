package dev.hotdesk.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Reply;
import dev.hotdesk.conversation.Answers;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.conversation.Peers;
import dev.hotdesk.conversation.Receipt;
import dev.hotdesk.conversation.SessionProcessor;
import dev.hotdesk.conversation.Signals;
import dev.hotdesk.conversation.Timing;
import dev.hotdesk.function.LogSubscribers;
import dev.hotdesk.routing.Answer;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.routing.TurnRequest;
import dev.hotdesk.server.lookup.Lookups;
import dev.hotdesk.server.store.JpaJournal;
import dev.hotdesk.server.store.Places;
import dev.hotdesk.server.stream.Hub;
import dev.hotdesk.server.stream.LogFeed;
import dev.hotdesk.session.Ask;
import dev.hotdesk.session.Event;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** One server of a cluster, without the sockets: journal, lanes, hub, and who listens there. */
final class Node implements Here, AutoCloseable {

  static final Duration LEASE = Duration.ofSeconds(2);

  final Hub hub = new Hub();
  final Lookups lookups = new Lookups(System::nanoTime);
  final JpaJournal journal;
  final SessionProcessor processor;
  final Reconciliation reconciliation;
  private final Optional<RedisLine> line;
  private final Optional<Ears> ears;
  private final Optional<Hearsay> hearsay;
  private final Optional<Changes> changes;
  private final Set<String> movedInRedis = ConcurrentHashMap.newKeySet();
  private final Set<String> movedInDatabase = ConcurrentHashMap.newKeySet();
  private final AtomicInteger looks = new AtomicInteger();
  private final EntityManagerFactory factory;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Long> desk = new ConcurrentHashMap<>();
  private final Optional<SharedQuestions> questions;
  private volatile boolean closed;
  private volatile boolean dead;

  /** One that looks into the database only when it is told to. */
  Node(DataSource database) {
    this(database, "alone", Optional.empty());
  }

  /** One that hears of the others through Redis. */
  Node(DataSource database, String name, URI redis) {
    this(database, name, Optional.of(new RedisLine(redis, Duration.ofSeconds(2))));
  }

  /** The same, which shares its customers' questions with the others. */
  static Node sharing(DataSource database, String name, URI redis, Answers answers) {
    return new Node(
        database, name, Optional.of(new RedisLine(redis, Duration.ofSeconds(2))), answers, true);
  }

  private Node(DataSource database, String name, Optional<RedisLine> line) {
    this(database, name, line, Node::answer, false);
  }

  private Node(
      DataSource database,
      String name,
      Optional<RedisLine> line,
      Answers answers,
      boolean isSharing) {
    this.line = line;
    this.questions =
        line.filter(_ -> isSharing).map(it -> new SharedQuestions(it, name, LEASE, this, threads));
    this.factory =
        Persistence.createEntityManagerFactory(
            "hotdesk", Map.of("jakarta.persistence.nonJtaDataSource", database));
    this.journal = new JpaJournal(factory, threads, (_, _) -> {}, LogSubscribers.NONE);
    this.reconciliation = new Reconciliation(new Places(database), this);
    var bulletin = line.map(it -> new Bulletin(it, name, this, threads));
    var hearsay = line.map(it -> new Hearsay(it, name, this, threads));
    this.hearsay = hearsay;
    var changes = line.map(it -> new Changes(it, name, this::changed, threads));
    changes.ifPresent(it -> lookups.whenChanged(it::tell));
    this.changes = changes;
    hearsay.ifPresent(it -> hub.relay(it::pass));
    this.ears =
        line.map(
            it ->
                new Ears(
                    it,
                    Map.of(
                        Bulletin.CHANNEL,
                        news -> bulletin.orElseThrow().heard(news),
                        Hearsay.CHANNEL,
                        news -> hearsay.orElseThrow().heard(news),
                        Changes.CHANNEL,
                        news -> changes.orElseThrow().heard(news)),
                    this::missed));
    this.processor =
        new SessionProcessor(
            journal,
            answers,
            new Signals() {
              @Override
              public void committed(Conversation now, List<Logged> entries) {
                hub.committed(now, entries);
                questions.ifPresent(it -> it.moved(now));
                bulletin.ifPresent(it -> it.publish(now, entries));
              }

              @Override
              public void caughtUp(Conversation now, List<Logged> entries) {
                hub.caughtUp(now, entries);
                questions.ifPresent(it -> it.moved(now));
              }
            },
            threads,
            Clock.systemUTC(),
            peers(),
            Timing.DEFAULT);
    questions.ifPresent(
        it ->
            threads.execute(
                () -> {
                  while (!closed) {
                    it.serve();
                    LockSupport.parkNanos(20_000_000);
                  }
                }));
    ears.ifPresent(
        it ->
            threads.execute(
                () -> {
                  while (!closed) {
                    it.listen();
                    LockSupport.parkNanos(20_000_000);
                  }
                }));
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

  private Peers peers() {
    return new Peers() {
      @Override
      public boolean mayWrite() {
        return true;
      }

      @Override
      public boolean offer(String conversation, Ask ask) {
        return questions.filter(it -> it.offer(conversation, ask)).isPresent();
      }
    };
  }

  /** From now on it takes no questions, and says nothing of those that it has in hand. */
  void die() {
    dead = true;
    line.orElseThrow().close();
  }

  /** Whether it offers its customers' questions to all. */
  boolean isSharing() {
    return questions.orElseThrow().isOpen();
  }

  @Override
  public void changed(String name) {
    lookups.forget(name);
  }

  @Override
  public void missed() {
    lookups.forgetAll();
  }

  @Override
  public boolean mayAnswer() {
    return !dead;
  }

  @Override
  public CompletionStage<Receipt> answer(String conversation, long epoch, long question) {
    return processor.answer(conversation, epoch, question);
  }

  /** Somebody's socket, who reads a conversation from its beginning. */
  LogFeed listen(String conversation) {
    var feed = new LogFeed(journal, conversation, 0);
    hub.listen(conversation, (_, entries) -> feed.offer(entries));
    return feed;
  }

  static Answer answer(TurnRequest request) {
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

  /** A customer says something; it must be taken. */
  void says(String conversation, int number) {
    var said = new Event.CustomerSaid("c-" + number, "message " + number);
    assertThat(processor.handle(conversation, said).toCompletableFuture().join())
        .isInstanceOf(Receipt.Stored.class);
  }

  long last(String conversation) {
    return journal.find(conversation).map(it -> it.session().lastSequence()).orElse(0L);
  }

  void pass(String what, String conversation, String value) {
    hearsay.orElseThrow().pass(what, conversation, value);
  }

  void look() {
    looks.incrementAndGet();
    reconciliation.quick();
  }

  int looks() {
    return looks.get();
  }

  boolean hearsAll() {
    return ears.orElseThrow().areOpen();
  }

  String fault() {
    return line.orElseThrow().isUp() ? "" : "Redis: " + line.orElseThrow().fault();
  }

  Set<String> movedInRedis() {
    return movedInRedis;
  }

  Set<String> movedInDatabase() {
    return movedInDatabase;
  }

  @Override
  public void moved(Conversation now, List<Logged> entries) {
    movedInRedis.add(now.id());
    processor.moved(now, entries);
  }

  @Override
  public void moved(String conversation, long sequence) {
    movedInDatabase.add(conversation);
    processor.moved(conversation, sequence);
  }

  @Override
  public void heard(String what, String conversation, String value) {
    hub.heard(what, conversation, value);
  }

  @Override
  public void missing(String login) {}

  @Override
  public void close() {
    closed = true;
    ears.ifPresent(Ears::close);
    threads.shutdown();
    journal.close();
    factory.close();
    line.ifPresent(RedisLine::close);
  }
}
