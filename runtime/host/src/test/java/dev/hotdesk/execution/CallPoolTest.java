package dev.hotdesk.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.routing.PluginFaultException;
import dev.hotdesk.routing.PluginFaultException.Kind;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallPoolTest {

  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final ClassLoader loader = new ClassLoader(null) {};
  private final CallPool pool =
      new CallPool(
          "hello", "1.0.0", loader, new PoolBounds(1, 1, 1), UnaryOperator.identity(), _ -> {});
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void close() {
    release.countDown();
    pool.shutDown();
  }

  @Test
  void work_runs_on_a_daemon_thread_of_the_plugin_that_sees_its_classes() {
    var thread =
        pool.call(
            "look",
            LONG,
            () -> {
              var it = Thread.currentThread();
              assertThat(it.getContextClassLoader()).isSameAs(loader);
              return it;
            });
    assertThat(thread.getName()).isEqualTo("plugin-hello-1.0.0-1");
    assertThat(thread.isDaemon()).isTrue();
  }

  @Test
  void the_context_class_loader_is_set_anew_for_each_call() {
    pool.call(
        "spoil",
        LONG,
        () -> {
          Thread.currentThread().setContextClassLoader(null);
          return true;
        });
    var seen = pool.call("look", LONG, () -> Thread.currentThread().getContextClassLoader());
    assertThat(seen).isSameAs(loader);
  }

  @Test
  void whatever_is_thrown_is_the_plugins_fault() {
    for (var thrown :
        new Throwable[] {
          new IllegalStateException("boom"),
          new NoClassDefFoundError("boom"),
          new StackOverflowError("boom"),
          new OutOfMemoryError("boom")
        }) {
      var fault =
          fault(
              () -> {
                throw sneaky(thrown);
              });
      assertThat(fault.kind()).isEqualTo(Kind.THREW);
      assertThat(fault.getCause()).hasToString(thrown.toString()).hasMessage("boom");
      assertThat(fault).hasMessageContaining("hello 1.0.0, test").hasMessageContaining("boom");
    }
    assertThat(pool.health().faults()).isEqualTo(4);
    assertThat(pool.health().lastFault()).contains("boom");
  }

  @Test
  void an_exception_that_throws_when_asked_is_the_plugins_fault_too() {
    var fault =
        fault(
            () -> {
              throw new IllegalStateException() {
                @Override
                public String getMessage() {
                  throw new IllegalStateException("again");
                }
              };
            });
    assertThat(fault.kind()).isEqualTo(Kind.THREW);
  }

  @Test
  @SuppressWarnings("NullAway") // That is the point.
  void null_is_the_plugins_fault() {
    assertThat(fault(() -> null).kind()).isEqualTo(Kind.RETURNED_NOTHING);
  }

  @Test
  void a_call_past_its_deadline_is_interrupted_and_its_thread_used_again() {
    var fault =
        overdue(
            () -> {
              TimeUnit.MINUTES.sleep(1);
              return true;
            });
    assertThat(fault.kind()).isEqualTo(Kind.TIMED_OUT);
    await().until(() -> pool.health().stuck() == 0);
    assertThat(pool.call("next", LONG, () -> !Thread.currentThread().isInterrupted())).isTrue();
  }

  @Test
  void a_thread_that_ignores_its_deadline_is_replaced_until_the_spares_are_used_up() {
    assertThat(overdue(this::ignoring).kind()).isEqualTo(Kind.TIMED_OUT);
    assertThat(pool.call("next", LONG, () -> 1)).isEqualTo(1);
    assertThat(pool.health().stuck()).isEqualTo(1);
    assertThat(pool.health().overloaded()).isFalse();

    assertThat(overdue(this::ignoring).kind()).isEqualTo(Kind.TIMED_OUT);
    assertThat(pool.health().overloaded()).isTrue();
    var refusal = fault(() -> 1); // before the queue, so at once
    assertThat(refusal.kind()).isEqualTo(Kind.OVERLOADED);
    assertThat(refusal).hasMessageContaining("all its threads ignore their deadline");

    release.countDown();
    await().until(() -> pool.health().stuck() == 0);
    assertThat(pool.call("after", LONG, () -> 2)).isEqualTo(2);
    assertThat(pool.health().threads()).isEqualTo(1);
  }

  @Test
  void more_calls_than_threads_and_queue_are_refused_at_once() throws InterruptedException {
    var callers = new Thread[2];
    for (int i = 0; i < 2; i++) {
      callers[i] = Thread.ofPlatform().start(() -> pool.call("wait", LONG, this::waiting));
    }
    await().until(() -> pool.health().busy() == 1 && pool.health().queued() == 1);
    var fault = fault(() -> 1);

    assertThat(fault.kind()).isEqualTo(Kind.OVERLOADED);
    assertThat(fault).hasMessageContaining("queue of 1 is full");
    release.countDown();
    for (var caller : callers) {
      caller.join();
    }
  }

  @Test
  void a_call_that_found_no_thread_in_time_never_runs() throws InterruptedException {
    var caller = Thread.ofPlatform().start(() -> pool.call("wait", LONG, this::waiting));
    await().until(() -> pool.health().busy() == 1);

    assertThat(fault(SHORT, () -> 1).kind()).isEqualTo(Kind.OVERLOADED);
    assertThat(pool.health().queued()).isZero();
    assertThat(caller.isAlive()).isTrue();
    release.countDown();
    caller.join();
  }

  @Test
  void a_retired_pool_says_so() {
    pool.shutDown();
    assertThat(fault(() -> 1)).hasMessageContaining("retired");
  }

  private boolean waiting() throws InterruptedException {
    release.await();
    return true;
  }

  private boolean ignoring() {
    boolean isOver = false;
    while (!isOver) {
      try {
        release.await();
        isOver = true;
      } catch (InterruptedException e) {
        isOver = false;
      }
    }
    return true;
  }

  private PluginFaultException fault(Callable<?> work) {
    return fault(LONG, work);
  }

  private PluginFaultException fault(Duration deadline, Callable<?> work) {
    return catchThrowableOfType(
        PluginFaultException.class, () -> pool.call("test", deadline, work));
  }

  /** Of work that never ends; put again if on a busy machine it had not even begun in time. */
  private PluginFaultException overdue(Callable<?> work) {
    var begun = new AtomicBoolean();
    PluginFaultException fault;
    do {
      fault =
          fault(
              SHORT,
              () -> {
                begun.set(true);
                return work.call();
              });
    } while (!begun.get());
    return fault;
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
