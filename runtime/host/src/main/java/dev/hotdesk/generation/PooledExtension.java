package dev.hotdesk.generation;

import dev.hotdesk.api.Language;
import dev.hotdesk.api.PluginContext;
import dev.hotdesk.routing.Plugged;
import dev.hotdesk.routing.PluginFaultException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An extension that is only ever called on its generation's own threads. */
final class PooledExtension<T> implements Plugged<T> {

  private final String plugin;
  private final String version;
  private final T extension;
  private final CallPool pool;
  private final Map<Language, Map<String, String>> texts;
  private final Capabilities.Loan loan;
  private final PluginWatch watch;

  PooledExtension(
      String plugin,
      String version,
      T extension,
      CallPool pool,
      Map<Language, Map<String, String>> texts,
      Capabilities.Loan loan,
      PluginWatch watch) {
    this.plugin = plugin;
    this.version = version;
    this.extension = extension;
    this.pool = pool;
    this.texts = texts;
    this.loan = loan;
    this.watch = watch;
  }

  @Override
  public String plugin() {
    return plugin;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Map<String, String> texts(Language language) {
    return texts.getOrDefault(language, Map.of());
  }

  @Override
  public PluginContext context() {
    return loan.context();
  }

  @Override
  public boolean allows(String permission) {
    return loan.allows(permission);
  }

  @Override
  public <R> R call(String what, Duration deadline, Function<? super T, ? extends R> work) {
    long began = System.nanoTime();
    var fault = Optional.<PluginFaultException.Kind>empty();
    try {
      return pool.<R>call(what, deadline, () -> work.apply(extension));
    } catch (PluginFaultException e) {
      fault = Optional.of(e.kind());
      throw e;
    } finally {
      watch.called(plugin, version, what, Duration.ofNanos(System.nanoTime() - began), fault);
    }
  }
}
