package dev.hotdesk.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadCensusTest {

  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();

  private void platform(String name) {
    threads.add(Thread.ofPlatform().daemon().name(name).start(this::stay));
  }

  private void virtual(String name) {
    threads.add(Thread.ofVirtual().name(name).start(this::stay));
  }

  private void stay() {
    try {
      end.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void letThemGo() {
    end.countDown();
  }

  private ThreadCensus census() {
    return ThreadCensus.of(threads, ThreadCensusTest.class.getClassLoader());
  }

  @Test
  void groups_threads_by_owner() {
    virtual("hotdesk-customers");
    virtual("hotdesk-customers");
    platform("plugin-agent-orders-1.0.0-3");
    platform("plugin-control");
    platform("Default Executor-thread-7");
    platform("inference-bge.onnx");

    assertThat(census().groups())
        .containsExactly(
            new ThreadCensus.Group("customers", 0, 2, List.of("hotdesk-customers")),
            new ThreadCensus.Group("models", 1, 0, List.of("inference-bge.onnx")),
            new ThreadCensus.Group("plugin agent-orders-1.0.0", 1, 0, names("plugin-agent-orders")),
            new ThreadCensus.Group("plugin host", 1, 0, List.of("plugin-control")),
            new ThreadCensus.Group("server", 1, 0, List.of("Default Executor-thread-#")));
    assertThat(census().ownerless()).isEmpty();
  }

  private static List<String> names(String plugin) {
    return List.of(plugin + "-#.#.#-#");
  }

  @Test
  void names_threads_that_nobody_owns() {
    platform("Timer-3");
    virtual("");

    assertThat(census().ownerless())
        .extracting(ThreadCensus.Stray::name, ThreadCensus.Stray::virtual)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("Timer-3", false),
            org.assertj.core.groups.Tuple.tuple("", true));
  }

  @Test
  void leaves_to_the_server_what_was_not_begun_in_the_houses_name() {
    var thread = Thread.ofPlatform().daemon().name("Timer-4").unstarted(this::stay);
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    thread.start();
    threads.add(thread);

    assertThat(census().ownerless()).isEmpty();
    assertThat(census().groups()).extracting(ThreadCensus.Group::owner).containsExactly("server");
  }
}
