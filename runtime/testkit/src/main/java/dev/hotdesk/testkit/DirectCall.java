package dev.hotdesk.testkit;

import dev.hotdesk.api.Language;
import dev.hotdesk.api.PluginContext;
import dev.hotdesk.routing.NothingLent;
import dev.hotdesk.routing.Plugged;
import dev.hotdesk.routing.PluginFaultException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** An extension called on the caller's own thread, without a deadline: debuggers are patient. */
record DirectCall<T>(String plugin, JarFiles files, T extension) implements Plugged<T> {

  @Override
  public String version() {
    return "test";
  }

  @Override
  public Map<String, String> texts(Language language) {
    return files.texts(language);
  }

  @Override
  public PluginContext context() {
    return new NothingLent(Clock.systemUTC());
  }

  @Override
  public <R> R call(String what, Duration deadline, Function<? super T, ? extends R> work) {
    R result;
    try {
      result = work.apply(extension);
    } catch (RuntimeException | LinkageError e) {
      throw new PluginFaultException(
          PluginFaultException.Kind.THREW, plugin + " failed in " + what + ": " + e, e);
    }
    if (result == null) {
      throw new PluginFaultException(
          PluginFaultException.Kind.RETURNED_NOTHING, plugin + " returned null to " + what, null);
    }
    return result;
  }
}
