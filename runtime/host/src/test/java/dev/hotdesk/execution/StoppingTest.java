package dev.hotdesk.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.jarmaker.Compiled;
import dev.hotdesk.routing.PluginFaultException;
import dev.hotdesk.routing.PluginFaultException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoppingTest {

  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofSeconds(30);

  private static final PoolBounds BOUNDS =
      new PoolBounds(
          2,
          4,
          2,
          new RunawayBounds(64, 1L << 29, 3, Duration.ofMillis(300), Duration.ofMinutes(1)));

  private final List<String> runaways = new CopyOnWriteArrayList<>();
  private WovenLoader loader = new WovenLoader(Map.of());
  private CallPool pool =
      new CallPool("hello", "1.0.0", loader, BOUNDS, UnaryOperator.identity(), runaways::add);

  @AfterEach
  void close() {
    pool.quarantine("the test is over");
    pool.shutDown();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) {}",
        "for (;;) { n++; }",
        "do { n++; } while (n != -1 || n == -1);",
        "outer: while (true) { while (true) { continue outer; } }",
        "Runnable r = () -> { while (true) n++; }; r.run();",
        "while (true) switch (n++ & 3) { case 0: break; case 1: continue; default: n += 2; }",
        "while (true) switch (\"\" + (n++ & 1)) { case \"0\" -> n++; default -> n--; }",
        "synchronized (this) { while (true) n++; }",
        "while (true) { synchronized (this) { n++; } }",
        "while (true) { try { n++; } finally { n--; } }",
        "while (true) { try { while (true) n++; } finally { continue; } }",
        "while (true) { try { while (true) n++; } catch (Throwable t) { n--; } }",
        "while (true) { try { throw new Error(); } catch (Error e) { n--; } }",
        "while (true) { try { while (true) n++; } catch (VirtualMachineError e) { n--; } }",
        "while (true) { try { Thread.sleep(100_000); } catch (Throwable t) { n--; } }",
        "while (true) { java.util.concurrent.locks.LockSupport.park(); }",
        "forever(); ",
        "twice(); ",
        "java.util.stream.Stream.iterate(0, i -> i + 1).forEach(i -> {});",
        "java.util.stream.IntStream.range(0, 8).parallel().forEach(i -> { while (true) n++; });",
        "java.util.concurrent.CompletableFuture.runAsync(() -> { while (true) n++; }).join();",
        "new Thread(() -> { while (true) n++; }).start(); while (true) {}",
        "java.util.Arrays.asList(1, 2).sort((a, b) -> { while (true) n++; });",
        "\"a\".repeat(200).matches(\".*.*.*.*.*.*.*.*.*x\");",
        "new java.net.ServerSocket(0).accept();",
        "new Thread(LOCK::lock).start(); while (!LOCK.isLocked()) Thread.sleep(1); LOCK.lock();",
        "new Semaphore(0).acquireUninterruptibly();",
        "var s = new java.net.ServerSocket(0);"
            + " new java.net.Socket(\"localhost\", s.getLocalPort()).getInputStream().read();",
        "Executors.newFixedThreadPool(2).submit(() -> { while (true) n++; }).get();",
      })
  void whatever_an_agent_loops_in_its_thread_is_gone_and_the_pool_whole_again(String loop) {
    pool = running(loop);

    assertThat(fault().kind()).isEqualTo(Kind.TIMED_OUT);

    await().untilAsserted(() -> assertThat(pool.health().stuck()).isZero());
    await().untilAsserted(() -> assertThat(pool.health().zombies()).isZero());
    assertThat(pool.call("next", LONG, () -> 1)).isEqualTo(1);
  }

  @Test
  void an_agent_that_answers_to_being_interrupted_is_not_stopped() {
    pool = running("Thread.sleep(100_000);");
    assertThat(fault().kind()).isEqualTo(Kind.TIMED_OUT);
    await().untilAsserted(() -> assertThat(pool.health().stuck()).isZero());
    assertThat(pool.health().stopped()).isZero();
    assertThat(pool.health().timeouts()).isEqualTo(1);
  }

  @Test
  void only_the_overdue_call_is_stopped() throws Exception {
    pool =
        running(
            "if (Thread.currentThread().getName().endsWith(\"1\")) while (true) n++;"
                + " while (System.getProperty(\"first.is.over\") == null) n++;");
    var other = new FutureTask<Object>(() -> pool.call("run", LONG, work()));
    Thread.ofPlatform().start(() -> fault(Duration.ofSeconds(2)));
    await().pollInterval(Duration.ofMillis(5)).until(() -> pool.health().busy() == 1);
    Thread.ofPlatform().start(other);
    try {
      await().untilAsserted(() -> assertThat(pool.health().stopped()).isEqualTo(1));
      await().untilAsserted(() -> assertThat(pool.health().stuck()).isZero());
      assertThat(other).isNotDone();
    } finally {
      System.setProperty("first.is.over", "yes");
    }
    assertThat(other.get()).isEqualTo("done");
    System.clearProperty("first.is.over");
    assertThat(pool.health().stopped()).isEqualTo(1);
  }

  @Test
  void clean_up_code_runs_when_a_call_is_stopped() {
    pool =
        running("try { while (true) n++; } finally { System.setProperty(\"cleaned\", \"up\"); }");
    fault();
    await().untilAsserted(() -> assertThat(System.getProperty("cleaned")).isEqualTo("up"));
    System.clearProperty("cleaned");
  }

  @Test
  void an_agent_that_must_be_stopped_again_and_again_is_quarantined() {
    pool = running("while (true) n++;");
    for (int i = 0; i < 3; i++) {
      fault();
    }
    await().untilAsserted(() -> assertThat(runaways).hasSize(1));
    assertThat(runaways.getFirst()).contains("3 calls had to be stopped");
    assertThat(fault(LONG)).hasMessageContaining("quarantined").hasMessageContaining("3 calls");
    assertThat(pool.health().quarantine()).contains("3 calls");
    assertThat(pool.health().rejected()).isPositive();
  }

  @Test
  void an_agent_that_makes_too_many_threads_is_quarantined_and_they_end() {
    pool =
        running(
            "for (int i = 0; i < 200; i++) new Thread(() -> { try { Thread.sleep(100_000); }"
                + " catch (InterruptedException e) { while (true) n++; } }).start();");
    fault(LONG);
    await()
        .untilAsserted(() -> assertThat(runaways).singleElement().asString().contains("threads"));
    await().untilAsserted(() -> assertThat(pool.health().made()).isZero());
  }

  @Test
  void an_agent_that_allocates_without_end_is_quarantined() {
    pool = running("while (true) { kept = new byte[1 << 20]; }");
    fault(LONG);
    await().untilAsserted(() -> assertThat(runaways).singleElement().asString().contains("bytes"));
    assertThat(pool.health().allocated()).isGreaterThan(1 << 28);
  }

  @Test
  void an_agent_whose_own_threads_compute_on_and_on_is_quarantined_and_they_end() {
    pool = running("new Thread(() -> { while (true) n++; }).start();");
    pool.call("run", LONG, work());
    await()
        .untilAsserted(() -> assertThat(runaways).singleElement().asString().contains("computed"));
    await().untilAsserted(() -> assertThat(pool.health().made()).isZero());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Runtime.getRuntime().exit(3);",
        "Runtime.getRuntime().halt(3);",
        "System.class.getMethod(\"exit\", int.class).invoke(null, 3);",
        "java.util.function.IntConsumer exit = System::exit; exit.accept(3);",
        "java.util.function.IntConsumer exit = Runtime.getRuntime()::halt; exit.accept(3);",
        "java.lang.invoke.MethodHandles.lookup().findStatic(System.class, \"exit\","
            + " java.lang.invoke.MethodType.methodType(void.class, int.class));",
      })
  void there_is_no_other_way_to_end_the_runtime(String way) {
    pool = running(way);
    assertThat(fault(LONG)).hasMessageContaining("was called by a plugin");
  }

  @Test
  void a_virtual_thread_becomes_one_that_can_be_counted() {
    pool = running("if (Thread.startVirtualThread(() -> {}).isVirtual()) throw new Exception();");
    assertThat(pool.call("run", LONG, work())).isEqualTo("done");
  }

  @Test
  void what_still_computes_after_retirement_ends() {
    pool = running("new Thread(() -> { while (true) n++; }, \"stray\").start();");
    pool.call("run", LONG, work());
    pool.shutDown();
    await().untilAsserted(() -> assertThat(PluginThreads.of(loader)).isEmpty());
  }

  @Test
  void an_agent_with_a_class_that_was_stopped_while_it_was_initialised_is_quarantined() {
    pool = running("Bad.touch();");
    fault();
    await().untilAsserted(() -> assertThat(runaways).hasSize(1));
    assertThat(runaways.getFirst()).contains("initialised");
  }

  @Test
  void a_thread_that_waits_where_nothing_can_stop_it_stays_counted() {
    pool =
        running(
            "new Thread(() -> { synchronized (LOCK) { n++; try { Thread.sleep(100_000); }"
                + " catch (InterruptedException e) { n++; } } }).start();"
                + " while (n == 0) Thread.sleep(1); synchronized (LOCK) { n++; }");
    assertThat(fault(Duration.ofSeconds(2)).kind()).isEqualTo(Kind.TIMED_OUT);
    await().untilAsserted(() -> assertThat(pool.health().zombies()).isEqualTo(1));
    assertThat(pool.health().stuck()).isEqualTo(1);
    assertThat(pool.call("next", LONG, () -> 1)).isEqualTo(1);
    assertThat(runaways).isEmpty();
  }

  @Test
  void an_agent_that_ends_the_runtime_gets_an_exception() {
    pool = running("System.exit(3);");
    assertThat(fault(LONG).kind()).isEqualTo(Kind.THREW);
    assertThat(fault(LONG)).hasMessageContaining("System.exit was called by a plugin");
  }

  @Test
  void the_trace_of_an_exception_shows_the_agents_own_lines() {
    pool = running("n++;\nn++;\nthrow new IllegalStateException(\"line 9\");");
    assertThat(fault(LONG))
        .cause()
        .satisfies(
            cause -> assertThat(cause.getStackTrace()[0]).hasToString("Loop.body(Source.java:9)"));
  }

  @Test
  void what_an_agent_uses_is_counted() {
    pool =
        running(
            "var own = java.lang.management.ManagementFactory.getThreadMXBean();"
                + " while (own.getCurrentThreadCpuTime() < 50_000_000L)"
                + " if ((n++ & 255) == 0) kept = new byte[1 << 10];");
    pool.call("run", LONG, work());
    await()
        .untilAsserted(() -> assertThat(pool.health().cpu()).isGreaterThan(Duration.ofMillis(20)));
    assertThat(pool.health().allocated()).isGreaterThan(1 << 14);
  }

  private CallPool running(String body) {
    loader =
        new WovenLoader(
            Compiled.of(
                """
                import java.util.concurrent.*;
                public class Loop implements Callable<Object> {
                  int n; Object kept;
                  static final java.util.concurrent.locks.ReentrantLock LOCK = new java.util.concurrent.locks.ReentrantLock();
                  public Object call() throws Exception { body(); return "done"; }
                  void body() throws Exception {
                %s
                  }
                  void forever() { forever2(); }
                  void forever2() { while (true) { try { forever(); } catch (StackOverflowError e) { n++; } } }
                  void twice() { try { twice(); } catch (Throwable t) { twice(); } twice(); }
                }
                class Bad {
                  static int n;
                  static { while (n == 0) { n = 0; } }
                  static void touch() { while (n != 7) { n = n; } }
                }
                """
                    .formatted(body)));
    return new CallPool("hello", "1.0.0", loader, BOUNDS, UnaryOperator.identity(), runaways::add);
  }

  private Callable<?> work() {
    try {
      return (Callable<?>) loader.loadClass("Loop").getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.toString(), e);
    }
  }

  /** Of work that never ends; put again if on a busy machine it had not even begun in time. */
  private PluginFaultException fault() {
    var begun = new AtomicBoolean();
    PluginFaultException fault;
    do {
      fault = fault(SHORT, begun);
    } while (!begun.get());
    return fault;
  }

  private PluginFaultException fault(Duration deadline, AtomicBoolean begun) {
    var work = work();
    return catchThrowableOfType(
        PluginFaultException.class,
        () ->
            pool.call(
                "run",
                deadline,
                () -> {
                  begun.set(true);
                  return work.call();
                }));
  }

  private PluginFaultException fault(Duration deadline) {
    return fault(deadline, new AtomicBoolean());
  }
}
