package dev.hotdesk.server.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.server.sql.Sql;
import dev.hotdesk.server.stream.Admission;
import dev.hotdesk.server.stream.Drain;
import dev.hotdesk.server.stream.Heartbeat;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What servers tell of themselves, and how they follow, on every database. */
abstract class NodeWishesContract {

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Drain oneDrains = drain();
  private final Drain twoDrains = drain();

  abstract DataSource database();

  @BeforeEach
  void empty() {
    new Sql(database(), IllegalStateException::new).update("delete from node_report");
  }

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void each_tells_how_it_is_and_any_of_them_knows() {
    var one = nodes("one", oneDrains);
    var two = nodes("two", twoDrains);
    one.tick();
    two.tick();

    assertThat(one.all())
        .extracting(KnownNode::node, KnownNode::state, KnownNode::alive, KnownNode::fault)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("one", "open", true, "deaf"),
            org.assertj.core.groups.Tuple.tuple("two", "open", true, "deaf"));
  }

  @Test
  void a_server_is_emptied_from_another_and_opened_again() {
    var one = nodes("one", oneDrains);
    var two = nodes("two", twoDrains);

    assertThat(one.drain("two", "ann")).isTrue();
    two.tick();
    await().until(() -> state(twoDrains).equals("drained"));
    two.tick();
    assertThat(one.all().getLast())
        .extracting(KnownNode::state, KnownNode::wanted, KnownNode::wanted_by)
        .containsExactly("drained", "drained", "ann");
    assertThat(state(oneDrains)).isEqualTo("open");

    assertThat(one.undrain("two", "ann")).isTrue();
    two.tick();
    assertThat(state(twoDrains)).isEqualTo("open");
  }

  @Test
  void the_one_that_is_asked_follows_at_once_and_an_older_wish_does_not_undo_it() {
    var one = nodes("one", oneDrains);
    one.drain("one", "ann");
    assertThat(state(oneDrains)).isNotEqualTo("open");
    one.tick();
    one.tick();
    assertThat(state(oneDrains)).isNotEqualTo("open");

    one.undrain("one", "ann");
    one.tick();
    assertThat(state(oneDrains)).isEqualTo("open");
  }

  @Test
  void who_starts_is_open_whatever_was_wanted_of_the_one_before() {
    nodes("one", oneDrains).drain("one", "ann");

    var anew = nodes("one", twoDrains);
    anew.tick();

    assertThat(state(twoDrains)).isEqualTo("open");
    assertThat(anew.all().getFirst().wanted()).isEqualTo("open");
  }

  @Test
  void nothing_is_wanted_of_who_is_not_there() {
    assertThat(nodes("one", oneDrains).drain("three", "ann")).isFalse();
  }

  private Nodes nodes(String name, Drain drain) {
    var nodes = new Nodes(database(), name, drain, () -> "deaf");
    nodes.begin();
    return nodes;
  }

  private Drain drain() {
    return new Drain(
        new Heartbeat(timer),
        new Admission(10, System::nanoTime),
        timer,
        Runnable::run,
        Duration.ofSeconds(1),
        () -> 0);
  }

  private static String state(Drain drain) {
    return drain.progress().state();
  }
}
