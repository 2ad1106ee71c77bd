package dev.hotdesk.generation;

import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.api.ErpUnavailableException;
import dev.hotdesk.api.Language;
import dev.hotdesk.api.PluginContext;
import dev.hotdesk.execution.CallPool;
import dev.hotdesk.routing.CircuitBreaker;
import dev.hotdesk.routing.CircuitBreaker.Result;
import dev.hotdesk.routing.Plugged;
import dev.hotdesk.routing.PluginFaultException;
import dev.hotdesk.routing.Policy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An extension that is only ever called on its generation's own threads, within its policy; and not
 * at all for a while if it fails too often.
 */
final class PooledExtension<T> implements Plugged<T> {

  private static final Logger LOG = LoggerFactory.getLogger(PooledExtension.class);

  private final String plugin;
  private final String version;
  private final T extension;
  private final CallPool pool;
  private final Map<Language, Map<String, String>> texts;
  private final Capabilities.Loan loan;
  private final Policy policy;
  private final Optional<CircuitBreaker> circuit;
  private final PluginWatch watch;

  PooledExtension(
      String plugin,
      String version,
      T extension,
      CallPool pool,
      Map<Language, Map<String, String>> texts,
      Capabilities.Loan loan,
      Policy policy,
      PluginWatch watch) {
    this.plugin = plugin;
    this.version = version;
    this.extension = extension;
    this.pool = pool;
    this.texts = texts;
    this.loan = loan;
    this.policy = policy;
    // Whoever may send frames could shut a channel for everybody else, with frames that break it.
    this.circuit =
        extension instanceof ChannelAdapter
            ? Optional.empty()
            : Optional.of(new CircuitBreaker(policy.breaker()));
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
  public String masked(String text) {
    return loan.mask().apply(text);
  }

  @Override
  public boolean allows(String permission) {
    return loan.allows(permission);
  }

  @Override
  public Policy policy() {
    return policy;
  }

  @Override
  public <R> R call(String what, Duration deadline, Function<? super T, ? extends R> work) {
    long began = System.nanoTime();
    var fault = Optional.<PluginFaultException.Kind>empty();
    try {
      return circuit.isEmpty()
          ? pooled(what, deadline, work)
          : guarded(circuit.get(), what, deadline, work);
    } catch (PluginFaultException e) {
      fault = Optional.of(e.kind());
      throw e;
    } finally {
      watch.called(plugin, version, what, Duration.ofNanos(System.nanoTime() - began), fault);
    }
  }

  private <R> R guarded(
      CircuitBreaker breaker,
      String what,
      Duration deadline,
      Function<? super T, ? extends R> work) {
    var pass = breaker.ask(System.nanoTime());
    if (pass.isEmpty()) {
      throw pool.leftAlone(what, breaker.pause(System.nanoTime()));
    }
    var result = Result.NEITHER;
    try {
      R value = pooled(what, deadline, work);
      result = Result.SUCCEEDED;
      return value;
    } catch (PluginFaultException e) {
      result = isItsOwn(e) ? Result.FAILED : Result.NEITHER;
      throw e;
    } finally {
      if (breaker.end(pass.get(), result, System.nanoTime())) {
        LOG.warn(
            "Plugin {} {} is not called for {}: {} failed too often of late",
            plugin,
            version,
            policy.breaker().open(),
            what);
      }
    }
  }

  /** Not that it had too much to do, nor that the ERP behind an agent was down. */
  private boolean isItsOwn(PluginFaultException fault) {
    return switch (fault.kind()) {
      case OVERLOADED, CIRCUIT_OPEN -> false;
      case TIMED_OUT, RETURNED_NOTHING -> true;
      case THREW ->
          extension instanceof ErpConnector
              || !(fault.getCause() instanceof ErpUnavailableException);
    };
  }

  private <R> R pooled(String what, Duration deadline, Function<? super T, ? extends R> work) {
    return pool.<R>call(what, shortened(deadline), () -> work.apply(extension));
  }

  /** What the policy does not say, the runtime does. */
  private Duration shortened(Duration deadline) {
    var own = policy.deadline();
    return own.equals(Policy.DEFAULT.deadline()) || own.compareTo(deadline) > 0 ? deadline : own;
  }
}
