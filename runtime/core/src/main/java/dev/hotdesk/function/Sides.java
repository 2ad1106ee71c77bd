package dev.hotdesk.function;

import dev.hotdesk.api.Invocation.Cause;
import dev.hotdesk.routing.BoundFunction;
import dev.hotdesk.routing.Lease;
import dev.hotdesk.routing.Plugins;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The versions that functions are run in: those that serve, and while new ones are tried out on a
 * share of what happens, these as well. A key leads to one side, always the same.
 */
final class Sides {

  private final Plugins plugins;
  private final Subscribed subscribed = new Subscribed();

  Sides(Plugins plugins) {
    this.plugins = plugins;
  }

  /** Who wants to hear of what, on the side that a key leads to. */
  Subscriptions wanted(String key) {
    try (var lease = plugins.lease(key)) {
      return subscribed.in(lease);
    }
  }

  /** Who wants to hear of what, on either side. */
  Subscriptions wanted() {
    try (var lease = plugins.lease()) {
      var serving = subscribed.in(lease);
      var trial = lease.trial();
      if (trial.isEmpty()) {
        return serving;
      }
      try (var candidates = trial.get()) {
        return serving.and(subscribed.in(candidates));
      }
    }
  }

  /**
   * Does something with a function, within a lease: on the side that the key leads to; on the other
   * if only that one has it.
   *
   * @param cause preferably a function that wants to hear of this
   * @return empty if neither side has it
   */
  <R> Optional<R> with(
      String key, Predicate<BoundFunction> wanted, Cause cause, Function<BoundFunction, R> work) {
    List<Supplier<Optional<Lease>>> ways =
        List.of(
            () -> Optional.of(plugins.lease(key)), () -> Optional.of(plugins.lease()), this::trial);
    for (var like : List.of(wanted.and(it -> Bonds.wants(it, cause)), wanted)) {
      for (var way : ways) {
        var lease = way.get();
        if (lease.isPresent()) {
          try (var held = lease.get()) {
            var function = held.functions().stream().filter(like).findFirst();
            if (function.isPresent()) {
              return Optional.of(work.apply(function.get()));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Lease> trial() {
    try (var serving = plugins.lease()) {
      return serving.trial();
    }
  }
}
