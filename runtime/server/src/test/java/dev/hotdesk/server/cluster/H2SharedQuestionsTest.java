package dev.hotdesk.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.conversation.Answers;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.server.sql.Sql;
import dev.hotdesk.session.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;

/** Two servers that take each other's questions from a consumer group of a real Redis. */
@SuppressWarnings("NullAway.Init")
class H2SharedQuestionsTest {

  @TempDir static Path folder;
  private static DataSource database;
  private static Redis redis;

  private final String run = "web.shared-" + System.nanoTime() + "-";
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
  private int customers;
  private Node first;
  private Node second;

  @BeforeAll
  static void open() throws IOException {
    database = H2.withTables("shared-questions");
    redis = new Redis(folder);
  }

  @AfterAll
  static void close() {
    redis.close();
  }

  @BeforeEach
  void start() {
    new Sql(database, ClusterUnavailableException::new).update("delete from conversation");
    first = Node.sharing(database, "one", redis.address(), answers("one"));
    second = Node.sharing(database, "two", redis.address(), answers("two"));
    await().until(() -> first.hearsAll() && second.hearsAll());
    await().until(() -> first.isSharing() && second.isSharing());
  }

  @AfterEach
  void stop() throws IOException {
    gates.values().forEach(CountDownLatch::countDown);
    first.close();
    second.close();
    redis.kill();
    redis.start();
  }

  @Test
  void share_the_questions_of_one_servers_customers() {
    gates.put("one", new CountDownLatch(1));
    gates.put("two", new CountDownLatch(1));
    askUntilBothHaveSome();
    gates.values().forEach(CountDownLatch::countDown);
    awaitAnswers();
    await().untilAsserted(() -> assertThat(left()).isZero());
    assertOneAnswerEach(1);
  }

  @Test
  void claim_what_a_dead_server_had_in_hand_and_do_it_once() {
    gates.put("two", new CountDownLatch(1));
    askUntilBothHaveSome();
    second.die();
    awaitAnswers();
    // Back from the dead: what it answers now comes too late.
    gates.get("two").countDown();
    await().untilAsserted(() -> assertThat(left()).isZero());
    assertOneAnswerEach(1);
  }

  @Test
  void lose_nothing_when_redis_forgets_everything() {
    gates.put("two", new CountDownLatch(1));
    askUntilBothHaveSome();
    try (var jedis = new Jedis(redis.address())) {
      jedis.flushAll();
    }
    awaitAnswers();
    await().until(() -> first.isSharing());
    gates.get("two").countDown();
    askAllAgain(2);
    awaitAnswers();
    assertOneAnswerEach(2);
  }

  @Test
  void lose_nothing_when_redis_is_killed_and_share_again_when_it_is_back() throws IOException {
    gates.put("two", new CountDownLatch(1));
    askUntilBothHaveSome();
    redis.kill();
    awaitAnswers();
    gates.get("two").countDown();
    await().until(() -> !first.isSharing() && !second.isSharing());
    askAllAgain(2);
    awaitAnswers();
    redis.start();
    await().until(() -> first.isSharing() && second.isSharing());
    asked.clear();
    askAllAgain(3);
    awaitAnswers();
    assertOneAnswerEach(3);
    await().untilAsserted(() -> assertThat(left()).isZero());
  }

  @Test
  void leave_what_they_cannot_read_to_others() {
    try (var jedis = new Jedis(redis.address())) {
      jedis.xadd(SharedQuestions.KEY, StreamEntryID.NEW_ENTRY, Map.of("of", "a later version"));
    }
    ask(5);
    awaitAnswers();
    await().untilAsserted(() -> assertThat(left()).isEqualTo(1));
  }

  /** Answers at this server, once its gate is open. */
  private Answers answers(String node) {
    return request -> {
      asked.merge(node, 1, Integer::sum);
      try {
        gates.getOrDefault(node, new CountDownLatch(0)).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Node.answer(request);
    };
  }

  /** Customers ask at the first server, one more each time. */
  private void ask(int more) {
    for (int i = 0; i < more; i++) {
      first.says(run + customers, 1);
      customers++;
    }
  }

  private void askUntilBothHaveSome() {
    ask(20);
    await()
        .until(
            () -> {
              ask(1);
              return asked.size() == 2;
            });
  }

  private void askAllAgain(int number) {
    IntStream.range(0, customers).forEach(it -> first.says(run + it, number));
  }

  private void awaitAnswers() {
    await()
        .untilAsserted(
            () ->
                assertThat(IntStream.range(0, customers))
                    .allMatch(
                        it ->
                            first.journal.find(run + it).orElseThrow().session().ask().isEmpty()));
  }

  private void assertOneAnswerEach(int questions) {
    for (int i = 0; i < customers; i++) {
      var said =
          first.journal.read(run + i, 0, 100).stream()
              .map(Logged::entry)
              .filter(Entry.Said.class::isInstance)
              .map(it -> ((Entry.Said) it).text())
              .toList();
      assertThat(said.stream().filter(it -> it.startsWith("message"))).hasSize(questions);
      assertThat(said.stream().filter(it -> it.startsWith("you said"))).hasSize(questions);
    }
  }

  /** How many questions lie in the stream. */
  private static long left() {
    try (var jedis = new Jedis(redis.address())) {
      return jedis.xlen(SharedQuestions.KEY);
    }
  }
}
