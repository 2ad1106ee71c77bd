package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.retire.Remnant.Kind;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Plugins that something refers to that only a look at the heap finds. */
class LeftBehindReferencesTest extends LeftBehind {

  @Test
  void the_thread_of_another_plugin_with_classes_of_the_same_names_is_not_blamed() {
    var stay = new CompletableFuture<String>();
    System.getProperties().put("stay", stay);
    retireLeaking(STUBBORN);
    assertLeaked(Kind.THREAD, "thread reaper-1");
    Objects.requireNonNull(house).close();
    proofs.all.clear();

    retireLeaking(
        "public Hello() { System.getProperties().put(\"seed\", java.util.List.of(this)); }");
    assertLeaked(Kind.REFERENCE, "static field java.lang.System.props");
  }

  @Test
  void what_a_cache_of_the_runtime_holds_is_found_in_the_heap() {
    retireLeaking(
        """
        public Hello() { System.getProperties().put("seed", java.util.List.of(this)); }
        """);
    assertLeaked(Kind.REFERENCE, "static field java.lang.System.props", "shop.Hello");
    assertThat(root.resolve("heap")).isEmptyDirectory();

    System.getProperties().remove("seed");
    awaitCollected();
  }

  @Test
  void a_subscription_that_nobody_knows_of_is_found_in_the_heap() throws Exception {
    retireLeaking(
        """
        public Hello() {
          java.util.logging.LogManager.getLogManager().addConfigurationListener(LISTENER);
        }
        static final Runnable LISTENER = () -> {};
        """);
    assertLeaked(Kind.REFERENCE, "java.util.logging.LogManager", "shop.Hello (a lambda)");
  }

  @Test
  void a_thread_local_with_plugin_objects_inside_a_list_is_found_with_its_thread() {
    var stop = new CountDownLatch(1);
    hostThread("host-8", stop);
    try {
      retireLeaking(
          """
          static final ThreadLocal<Object> MINE = new ThreadLocal<>();
          public Hello() {
            System.getProperties().put("seed", (Runnable) () -> MINE.set(java.util.List.of(this)));
            while (System.getProperties().get("seed") != null) { Thread.onSpinWait(); }
          }
          """);
      assertLeaked(Kind.REFERENCE, "thread host-8 → thread local", "shop.Hello");
    } finally {
      stop.countDown();
    }
  }

  @Test
  void a_method_under_way_that_holds_it_is_named_with_its_thread() {
    var stop = new CountDownLatch(1);
    var holder =
        Thread.ofPlatform()
            .name("host-9")
            .start(
                () -> {
                  try {
                    patiently().until(() -> System.getProperties().get("seed") != null);
                    var held = System.getProperties().remove("seed");
                    stop.await();
                    assertThat(held).isNotNull();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    try {
      retireLeaking(
          """
          public Hello() {
            System.getProperties().put("seed", this);
            while (System.getProperties().get("seed") != null) { Thread.onSpinWait(); }
          }
          """);
      assertLeaked(Kind.REFERENCE, "a method under way on thread host-9 → shop.Hello");
      assertThat(holder.isAlive()).isTrue();
    } finally {
      stop.countDown();
    }
  }

  @Test
  void without_leave_to_look_at_the_heap_the_note_says_so() {
    retire(
        "public Hello() { System.getProperties().put(\"seed\", java.util.List.of(this)); }",
        House.QUICK);
    assertLeaked(Kind.UNKNOWN, "the heap was not looked at: it is switched off");
  }
}
