package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.drop.DropStatus.State;
import dev.hotdesk.retire.HeapLook;
import dev.hotdesk.retire.Remnant;
import dev.hotdesk.retire.Remnant.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that do not clean up behind themselves; what they do is in the constructor. */
class LeftBehindTest {

  private static final HeapLook NO_PAUSE =
      new HeapLook(true, Path.of("target/heap"), 2L << 30, Duration.ZERO);

  /** Waits where neither an interruption nor a check reaches it, until it is not to stay. */
  private static final String STUBBORN =
      """
      public Hello() {
        Thread.ofPlatform().daemon().name("reaper-1").start(() -> {
          ((java.util.concurrent.CompletableFuture<?>) System.getProperties().get("stay")).join();
        });
      }
      """;

  @TempDir Path root;
  private final Proofs proofs = new Proofs();
  private @Nullable House house;

  @AfterEach
  void forget() {
    System.getProperties().remove("seed");
    if (System.getProperties().remove("stay") instanceof CompletableFuture<?> stay) {
      stay.cancel(false);
    }
  }

  @Test
  void a_thread_that_can_be_interrupted_is_ended() {
    retire(
        """
        public Hello() {
          Thread.ofPlatform().name("napper").start(() -> {
            try { Thread.sleep(60_000); } catch (InterruptedException e) { }
          });
        }
        """);
    assertCleaned(Kind.THREAD, "thread napper (shop.Hello");
  }

  @Test
  void a_virtual_thread_is_ended() {
    retire(
        """
        public Hello() {
          // Called plainly it would be refused.
          try {
            ((Thread.Builder) Thread.class.getMethod("ofVirtual").invoke(null)).name("wisp").start(() -> {
              try { Thread.sleep(60_000); } catch (InterruptedException e) { }
            });
          } catch (ReflectiveOperationException e) { throw new IllegalStateException(e); }
        }
        """);
    assertCleaned(Kind.THREAD, "virtual thread wisp (shop.Hello");
  }

  @Test
  void a_thread_that_does_not_listen_is_named_until_it_ends() {
    var stay = new CompletableFuture<String>();
    System.getProperties().put("stay", stay);
    retireLeaking(STUBBORN);
    assertLeaked(Kind.THREAD, "thread reaper-1 (shop.Hello.lambda$new$0)");
    stay.complete("no");
    awaitCollected();
  }

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
  void a_thread_local_on_a_thread_of_the_runtime_is_emptied() {
    var stop = new CountDownLatch(1);
    var host = hostThread("host-7", stop);
    try {
      retire(
          """
          static final ThreadLocal<Hello> MINE = new ThreadLocal<>();
          public Hello() {
            System.getProperties().put("seed", (Runnable) () -> MINE.set(this));
            while (System.getProperties().get("seed") != null) { Thread.onSpinWait(); }
          }
          """);
      assertCleaned(Kind.THREAD_LOCAL, "thread local with shop.Hello on thread host-7");
      assertThat(host.isAlive()).isTrue();
    } finally {
      stop.countDown();
    }
  }

  @Test
  void a_shutdown_hook_is_removed() {
    retire(
        """
        public Hello() {
          Runtime.getRuntime().addShutdownHook(new Thread(() -> {}, "bye"));
        }
        """);
    assertCleaned(Kind.SHUTDOWN_HOOK, "shutdown hook bye (shop.Hello");
  }

  @Test
  void a_jdbc_driver_is_deregistered() {
    retire(
        """
        public Hello() throws Exception { java.sql.DriverManager.registerDriver(new Driver()); }
        public static class Driver implements java.sql.Driver {
          public java.sql.Connection connect(String url, java.util.Properties info) { return null; }
          public boolean acceptsURL(String url) { return false; }
          public java.sql.DriverPropertyInfo[] getPropertyInfo(String u, java.util.Properties i) {
            return new java.sql.DriverPropertyInfo[0];
          }
          public int getMajorVersion() { return 1; }
          public int getMinorVersion() { return 0; }
          public boolean jdbcCompliant() { return false; }
          public java.util.logging.Logger getParentLogger() { return null; }
        }
        """);
    assertCleaned(Kind.JDBC_DRIVER, "JDBC driver shop.Hello$Driver");
  }

  @Test
  void an_mbean_is_unregistered() {
    retire(
        """
        public interface CountMBean { int getCount(); }
        public static class Count implements CountMBean { public int getCount() { return 1; } }
        public Hello() throws Exception {
          java.lang.management.ManagementFactory.getPlatformMBeanServer()
              .registerMBean(new Count(), new javax.management.ObjectName("shop:type=Count"));
        }
        """);
    assertCleaned(Kind.MBEAN, "MBean shop:type=Count");
  }

  @Test
  void a_log_handler_is_taken_off() {
    retire(
        """
        static class Mine extends java.util.logging.Handler {
          public void publish(java.util.logging.LogRecord record) {}
          public void flush() {}
          public void close() {}
        }
        public Hello() { java.util.logging.Logger.getLogger("").addHandler(new Mine()); }
        """);
    assertCleaned(Kind.LOGGING, "log handler shop.Hello$Mine on the root logger");
  }

  @Test
  void a_timer_is_ended() {
    retire(
        """
        public Hello() {
          new java.util.Timer("nightly", true).schedule(new java.util.TimerTask() {
            public void run() {}
          }, 3_600_000);
        }
        """);
    assertCleaned(Kind.TIMER, "timer nightly (shop.Hello$1)");
    await()
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(it -> it.getName().equals("nightly")));
  }

  @Test
  void an_executor_with_work_for_later_is_ended() {
    retire(
        """
        public Hello() {
          java.util.concurrent.Executors.newScheduledThreadPool(1)
              .schedule(() -> {}, 1, java.util.concurrent.TimeUnit.HOURS);
        }
        """);
    assertCleaned(Kind.EXECUTOR, "executor of thread pool-");
  }

  @Test
  void a_thread_that_began_in_a_call_of_it_sees_the_runtime_again_and_goes_on() {
    retire(
        """
        public Hello() {
          Thread.ofPlatform().daemon().name("cache-keeper").start(
              new java.util.concurrent.FutureTask<>(java.util.concurrent.Executors.callable(
                  new java.util.concurrent.CountDownLatch(1)::countDown)));
          var queue = new java.util.concurrent.ThreadPoolExecutor(1, 1, 1,
              java.util.concurrent.TimeUnit.MINUTES, new java.util.concurrent.LinkedBlockingQueue<>());
          queue.prestartCoreThread();
        }
        """);
    assertCleaned(Kind.CONTEXT, "began in a call of it, and goes on");
  }

  @Test
  void a_security_provider_and_an_object_among_the_system_properties_are_removed() {
    retire(
        """
        public Hello() throws Exception {
          // Called plainly it would be refused before it runs.
          Class.forName("java.security.Security")
              .getMethod("addProvider", java.security.Provider.class)
              .invoke(null, new Algorithms());
          System.getProperties().put("seed", this);
        }
        static class Algorithms extends java.security.Provider {
          Algorithms() { super("Shop", "1", ""); }
        }
        """);
    assertThat(await().until(() -> words(proofs.cleaned().toList()), it -> !it.isEmpty()))
        .contains(
            "security provider Shop (shop.Hello$Algorithms)", "system property seed (shop.Hello)");
    awaitCollected();
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
                    await().until(() -> System.getProperties().get("seed") != null);
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

  /** A thread of the runtime that runs what the plugin gives it, and goes on. */
  private static Thread hostThread(String name, CountDownLatch stop) {
    return Thread.ofPlatform()
        .name(name)
        .start(
            () -> {
              try {
                await().until(() -> System.getProperties().get("seed") instanceof Runnable);
                runSeed();
                stop.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /** In a method of its own: a local variable would hold the plugin. */
  private static void runSeed() {
    if (System.getProperties().remove("seed") instanceof Runnable seed) {
      seed.run();
    }
  }

  /** Of a plugin that goes; on a busy machine it may be long until it is collected. */
  private void retire(String members) {
    retire(members, looking().withDrainAndLeak(House.QUICK.drain(), Duration.ofMinutes(1)));
  }

  /** Of a plugin that stays, which is soon complained about. */
  private void retireLeaking(String members) {
    retire(members, looking());
  }

  private HostSettings looking() {
    return House.QUICK.withHeapLook(
        new HeapLook(true, root.resolve("heap"), NO_PAUSE.biggest(), Duration.ZERO));
  }

  private void retire(String members, HostSettings settings) {
    var house = new House(root, settings, proofs).opened();
    this.house = house;
    Jars.agent("hello", "1.0.0").compiled(Jars.agentSaying(members)).into(house.drops, "hello.jar");
    house.reason("hello.jar", State.LIVE);
    try {
      Files.delete(house.drops.resolve("hello.jar"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void close() {
    var running = house;
    if (running != null) {
      running.close();
    }
  }

  /** It was cleaned and named, nothing else was, and the plugin is gone. */
  private void assertCleaned(Kind kind, String words) {
    awaitCollected();
    assertThat(proofs.cleaned().toList())
        .singleElement()
        .satisfies(
            remnant -> {
              assertThat(remnant.kind()).isEqualTo(kind);
              assertThat(remnant.what()).contains(words);
            });
    assertThat(proofs.culprits()).isEmpty();
  }

  /** The host itself asks for a collection now and then only. */
  private void awaitCollected() {
    await()
        .until(
            () -> {
              System.gc();
              return proofs.areCollected();
            });
  }

  /** It is named as what keeps the plugin in memory, here and in the status. */
  private void assertLeaked(Kind kind, String... words) {
    var culprit = await().until(() -> proofs.culprits().findFirst(), Optional::isPresent).get();
    assertThat(culprit.kind()).isEqualTo(kind);
    assertThat(culprit.what()).contains(words);
    assertThat(Objects.requireNonNull(house).host.plugins())
        .singleElement()
        .satisfies(
            status -> {
              assertThat(status.state()).isInstanceOf(GenerationState.Leaked.class);
              assertThat(status.note()).contains(culprit.what());
            });
  }

  private static String words(List<Remnant> remnants) {
    return Remnant.words(remnants);
  }
}
