package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.retire.Remnant.Kind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Plugins that leave something running. */
class LeftBehindThreadsTest extends LeftBehind {

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
    patiently()
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
}
