package dev.hotdesk.retire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class RetirementTest {

  private final Departed plugin =
      new Departed("hello 1.0.0", new Copies(), "plugin-hello-1.0.0-", () -> {});

  @Test
  void a_step_that_fails_or_hangs_is_reported_and_stops_no_other() {
    var forever = new CountDownLatch(1);
    var retirement =
        new Retirement(
            Duration.ofSeconds(2),
            List.of(
                step("failing", _ -> sneak(new IOException("broken"))),
                step("dying", _ -> sneak(new StackOverflowError("deep"))),
                step("hanging", _ -> sneak(forever)),
                step("working", it -> it.cleaned(Remnant.Kind.MBEAN, "MBean a:b=c"))));

    var findings = retirement.of(plugin, () -> sneak(new IllegalStateException("loan")));

    assertThat(findings.cleaned()).containsExactly(new Remnant(Remnant.Kind.MBEAN, "MBean a:b=c"));
    assertThat(findings.faults())
        .satisfiesExactly(
            it -> assertThat(it).contains("taking back what was lent", "loan"),
            it -> assertThat(it).contains("failing", "broken"),
            it -> assertThat(it).contains("dying", "deep"),
            it -> assertThat(it).contains("hanging", "no end after"));
  }

  @Test
  void what_was_lent_is_taken_back_and_is_no_fault() {
    var findings =
        new Retirement(Duration.ofSeconds(30), List.of())
            .of(plugin, () -> List.of("the timer nightly"));

    assertThat(findings.cleaned())
        .containsExactly(new Remnant(Remnant.Kind.ENTRUSTED, "the timer nightly"));
  }

  @Test
  void what_was_registered_is_closed_in_reverse_whatever_fails() {
    var closed = new ArrayList<String>();
    var cleanUp = new CleanUp();
    cleanUp.add("first", () -> closed.add("first"));
    cleanUp.add("bad", () -> sneak(new IOException("broken")));
    cleanUp.add("last", () -> closed.add("last"));

    assertThat(cleanUp.close())
        .satisfiesExactly(
            it -> assertThat(it).isEqualTo("last"),
            it -> assertThat(it).contains("bad", "did not close cleanly", "broken"),
            it -> assertThat(it).isEqualTo("first"));
    cleanUp.add("late", () -> closed.add("late"));
    assertThat(closed).containsExactly("last", "first", "late");
  }

  @Test
  void what_was_closed_by_the_plugin_itself_is_not_closed_again() {
    var closed = new ArrayList<String>();
    var cleanUp = new CleanUp();
    AutoCloseable subscription = () -> closed.add("subscription");
    cleanUp.add("subscription", subscription);
    cleanUp.remove(subscription);

    assertThat(cleanUp.close()).isEmpty();
    assertThat(closed).isEmpty();
  }

  @Test
  void handlers_of_uncaught_exceptions_are_taken_back() throws Exception {
    var before = Thread.getDefaultUncaughtExceptionHandler();
    try {
      var handler =
          (Thread.UncaughtExceptionHandler)
              plugin
                  .loader()
                  .loadClass(Handler.class.getName())
                  .getDeclaredConstructor()
                  .newInstance();
      Thread.setDefaultUncaughtExceptionHandler(handler);
      Thread.currentThread().setUncaughtExceptionHandler(handler);
      var findings = new Findings();
      new DefaultsSweep().over(plugin, findings);

      assertThat(Thread.getDefaultUncaughtExceptionHandler()).isNull();
      assertThat(findings.cleaned())
          .extracting(Remnant::what)
          .satisfiesExactly(
              it -> assertThat(it).contains("default handler", "Handler"),
              it -> assertThat(it).contains("on thread", "Handler"));
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  @Test
  void a_thread_that_is_gone_as_soon_as_it_is_stopped_is_named_all_the_same() throws Exception {
    var sleeper =
        (Runnable)
            plugin
                .loader()
                .loadClass(Sleeper.class.getName())
                .getDeclaredConstructor()
                .newInstance();
    var thread = Thread.ofPlatform().name("sleeper").daemon().start(sleeper);
    var findings = new Findings();

    new ThreadSweep()
        .over(
            new Departed(
                plugin.plugin(), plugin.loader(), plugin.threadPrefix(), () -> end(thread)),
            findings);

    assertThat(findings.cleaned())
        .singleElement()
        .satisfies(it -> assertThat(it.what()).startsWith("thread sleeper"));
    assertThat(findings.held()).isEmpty();
  }

  private static void end(Thread thread) {
    thread.interrupt();
    while (thread.isAlive()) {
      Thread.onSpinWait();
    }
  }

  /** Made in the plugin's loader as well. */
  public static final class Sleeper implements Runnable {

    /** For the loader. */
    public Sleeper() {}

    @Override
    public void run() {
      LockSupport.park();
    }
  }

  /** Made in the plugin's loader as well. */
  public static final class Handler implements Thread.UncaughtExceptionHandler {

    /** For the loader. */
    public Handler() {}

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {}
  }

  /** Defines this test's classes anew, as a plugin brings its own. */
  private static final class Copies extends ClassLoader {

    Copies() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      var file = "/" + name.replace('.', '/') + ".class";
      try (var in = Objects.requireNonNull(RetirementTest.class.getResourceAsStream(file), file)) {
        var bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  private interface Work {
    void on(Findings findings);
  }

  private static Sweep step(String title, Work work) {
    return new Sweep() {
      @Override
      public String title() {
        return title;
      }

      @Override
      public void over(Departed departed, Findings findings) {
        work.on(findings);
      }
    };
  }

  /** Throws it, whatever it is; or waits for ever. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <R, X extends Throwable> R sneak(Object what) throws X {
    if (what instanceof CountDownLatch latch) {
      while (true) {
        try {
          latch.await();
        } catch (InterruptedException e) {
          // As a plugin would that does not listen.
        }
      }
    }
    throw (X) what;
  }
}
