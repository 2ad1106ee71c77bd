package dev.hotdesk.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.conversation.Receipt;
import dev.hotdesk.server.lookup.Lookups;
import dev.hotdesk.server.stream.Hub;
import dev.hotdesk.session.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;

/** Two servers that tell each other through a real Redis what they stored. */
@SuppressWarnings("NullAway.Init")
class H2RedisNodesTest {

  @TempDir static Path folder;
  private static DataSource database;
  private static Redis redis;

  private final String id = "web.redis-" + System.nanoTime();
  private Node first;
  private Node second;

  @BeforeAll
  static void open() throws IOException {
    database = H2.withTables("redis-nodes");
    redis = new Redis(folder);
  }

  @AfterAll
  static void close() {
    redis.close();
  }

  @BeforeEach
  void start() {
    first = new Node(database, "one", redis.address());
    second = new Node(database, "two", redis.address());
    await().until(() -> first.hearsAll() && second.hearsAll());
  }

  @AfterEach
  void stop() throws IOException {
    first.close();
    second.close();
    redis.kill();
    redis.start();
  }

  @Test
  void hear_at_once_what_the_other_stored() {
    var heard = List.of(new Heard(first.listen(id)), new Heard(second.listen(id)));
    for (int i = 0; i < 10; i++) {
      (i % 2 == 0 ? first : second).says(id, i);
    }
    awaitAnswers(10);
    heard.forEach(it -> it.awaitAll(first.last(id)));
    assertThat(first.looks() + second.looks()).isZero();
  }

  @Test
  void do_not_ask_the_database_for_what_redis_has() {
    first.says(id, 1);
    awaitAnswers(1);
    await().until(() -> second.known(id) == first.last(id));
    assertThat(second.movedInRedis()).contains(id);
    assertThat(second.movedInDatabase()).doesNotContain(id);
  }

  @Test
  void keep_the_log_in_a_stream_with_its_own_places() {
    first.says(id, 1);
    awaitAnswers(1);
    await().until(() -> second.known(id) == first.last(id));
    try (var jedis = new Jedis(redis.address())) {
      var stream = jedis.xrange(RecentLogs.key(id), (StreamEntryID) null, (StreamEntryID) null);
      assertThat(stream.stream().map(it -> it.getID().toString()).toList())
          .isEqualTo(LongStream.rangeClosed(1, first.last(id)).mapToObj(i -> i + "-0").toList());
      assertThatThrownBy(
              () -> jedis.xadd(RecentLogs.key(id), new StreamEntryID(1, 0), Map.of("at", "0")))
          .isInstanceOf(JedisDataException.class);
    }
  }

  @Test
  void lose_nothing_when_redis_is_killed_in_between() throws IOException {
    var heard = List.of(new Heard(first.listen(id)), new Heard(second.listen(id)));
    for (int i = 0; i < 30; i++) {
      (i % 2 == 0 ? first : second).says(id, i);
      if (i == 10) {
        redis.kill();
      }
      if (i == 20) {
        redis.start();
      }
    }
    awaitAnswers(30);
    await()
        .untilAsserted(
            () -> {
              first.look();
              second.look();
              assertThat(List.of(first.known(id), second.known(id))).containsOnly(first.last(id));
            });
    heard.forEach(it -> it.awaitAll(first.last(id)));
    await().until(() -> first.hearsAll() && second.hearsAll());
  }

  @Test
  void give_up_a_stream_of_a_time_that_never_was() {
    try (var jedis = new Jedis(redis.address())) {
      jedis.xadd(RecentLogs.key(id), new StreamEntryID(50, 0), Map.of("at", "0"));
    }
    first.says(id, 1);
    awaitAnswers(1);
    await().until(() -> second.known(id) == first.last(id));
    var heard = new Heard(second.listen(id));
    first.says(id, 2);
    awaitAnswers(2);
    heard.awaitAll(first.last(id));
  }

  @Test
  void pass_on_who_types() {
    var typing = new ConcurrentLinkedQueue<String>();
    second.hub.listen(
        id,
        new Hub.Listener() {
          @Override
          public void committed(Conversation now, List<Logged> entries) {}

          @Override
          public void operatorTypes(boolean on) {
            typing.add("operator " + on);
          }
        });
    second.hub.watch(
        new Hub.Watcher() {
          @Override
          public void committed(Conversation now, List<Logged> entries) {}

          @Override
          public void customerTypes(String conversation, boolean on) {
            typing.add(conversation + " " + on);
          }

          @Override
          public void heard(String what, String conversation, String value) {
            typing.add(what + " " + conversation + " " + value);
          }
        });
    first.hub.operatorTypes(id, true);
    first.hub.customerTypes(id, false);
    first.pass("looks", id, "amy");

    await()
        .untilAsserted(
            () ->
                assertThat(typing)
                    .containsExactly("operator true", id + " false", "looks " + id + " amy"));
  }

  @Test
  void forget_at_once_what_was_changed_at_the_other() {
    var stored = new AtomicReference<>("amy");
    var lookup = second.lookups.of(Lookups.STAFF, Duration.ofDays(1), stored::get);
    assertThat(lookup.get()).isEqualTo("amy");
    stored.set("ben");
    assertThat(lookup.get()).isEqualTo("amy");
    first.lookups.changed(Lookups.STAFF);
    await().until(() -> lookup.get().equals("ben"));
  }

  @Test
  void forget_everything_when_they_may_have_missed_something() throws IOException {
    var stored = new AtomicReference<>("amy");
    var lookup = second.lookups.of(Lookups.STAFF, Duration.ofDays(1), stored::get);
    var hours = new AtomicInteger();
    second.lookups.whenForgotten(Lookups.HOURS, hours::incrementAndGet);
    assertThat(lookup.get()).isEqualTo("amy");
    redis.kill();
    await().until(() -> !second.hearsAll());
    stored.set("ben");
    first.lookups.changed("something else");
    assertThat(lookup.get()).isEqualTo("amy");
    redis.start();
    await().until(() -> lookup.get().equals("ben"));
    await().untilAsserted(() -> assertThat(hours).hasPositiveValue());
  }

  @Test
  void say_what_changed_again_until_redis_takes_it() throws IOException {
    var line = new RedisLine(redis.address(), Duration.ofSeconds(2));
    var changes = new Changes(line, "three", _ -> {}, Runnable::run);
    redis.kill();
    changes.tell(Lookups.HOURS);
    redis.start();
    await().until(() -> second.hearsAll());
    var heard = new ConcurrentLinkedQueue<String>();
    second.lookups.whenForgotten(Lookups.HOURS, () -> heard.add(Lookups.HOURS));
    await()
        .untilAsserted(
            () -> {
              changes.catchUp();
              assertThat(heard).contains(Lookups.HOURS);
            });
    line.close();
  }

  @Test
  void say_what_is_wrong() {
    assertThat(first.fault()).isEmpty();
    redis.kill();
    await().until(() -> first.fault().startsWith("Redis: "));
    assertThat(first.processor.handle(id, new Event.CustomerViewed("SW-1")).toCompletableFuture())
        .succeedsWithin(Duration.ofSeconds(30))
        .isInstanceOf(Receipt.Stored.class);
  }

  private void awaitAnswers(int messages) {
    await().until(() -> first.last(id) >= 3L * messages);
  }
}
