package dev.hotdesk.testkit;

import dev.hotdesk.api.Language;
import dev.hotdesk.api.PluginContext;
import dev.hotdesk.routing.Plugged;
import dev.hotdesk.routing.PluginFaultException;
import dev.hotdesk.routing.PluginFaultException.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An extension called on the caller's own thread, without a deadline: debuggers are patient. Unless
 * the test wants it to hang, or to be cut off.
 */
record DirectCall<T>(
    String plugin, String version, JarFiles files, T extension, Trouble.Manner manner, Lent lent)
    implements Plugged<T> {

  @Override
  public Map<String, String> texts(Language language) {
    return files.texts(language);
  }

  @Override
  public PluginContext context() {
    return lent.toAnybody();
  }

  @Override
  public <R> R call(String what, Duration deadline, Function<? super T, ? extends R> work) {
    if (manner.hang().getAsBoolean()) {
      throw fault(Kind.TIMED_OUT, what, "no answer, as the test wants it", null);
    }
    var limit = manner.deadline().get();
    R result =
        limit.isPresent()
            ? within(limit.get(), what, () -> work.apply(extension))
            : now(what, () -> work.apply(extension));
    if (result == null) {
      throw fault(Kind.RETURNED_NOTHING, what, "it returned null", null);
    }
    return result;
  }

  private <R extends @Nullable Object> R now(String what, Callable<R> work) {
    try {
      return work.call();
    } catch (Exception | LinkageError e) {
      throw fault(Kind.THREW, what, e.toString(), e);
    }
  }

  private <R extends @Nullable Object> R within(Duration limit, String what, Callable<R> work) {
    var call = new FutureTask<R>(work);
    Thread.ofPlatform().name("testkit-call-" + plugin).daemon().start(call);
    try {
      return call.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      call.cancel(true);
      throw fault(Kind.TIMED_OUT, what, "no answer within " + limit.toMillis() + " ms", null);
    } catch (ExecutionException e) {
      throw fault(Kind.THREW, what, String.valueOf(e.getCause()), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw fault(Kind.TIMED_OUT, what, "the test was interrupted", e);
    }
  }

  private PluginFaultException fault(
      Kind kind, String what, String description, @Nullable Throwable cause) {
    return new PluginFaultException(
        kind, "Plugin %s, %s: %s".formatted(plugin, what, description), cause);
  }
}
