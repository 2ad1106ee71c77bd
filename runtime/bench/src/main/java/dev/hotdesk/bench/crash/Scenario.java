package dev.hotdesk.bench.crash;

import dev.hotdesk.bench.bare.BareHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A change of the plugin folder in which the process may be killed. */
public enum Scenario {
  /** The next version serves at once. */
  UPGRADE,
  /** The next version serves a share first, then everybody. */
  CANARY,
  /** It serves a share first, and is taken back. */
  ROLLBACK,
  /** The version that serves is taken away, and the one before serves again. */
  REMOVAL;

  static final String OLD = "1.0.0";
  static final String NEW = "2.0.0";

  boolean isCanary() {
    return this == CANARY || this == ROLLBACK;
  }

  /** Lays the folder out as it is before; nothing runs yet. */
  void prepare(Path folder) throws IOException, InterruptedException {
    BareHost.drop(folder, OLD);
    try (var host = BareHost.open(folder, false)) {
      must(host, host.await(() -> host.isSettledOn(OLD)));
      if (this == REMOVAL) {
        BareHost.drop(folder, NEW);
        must(host, host.await(() -> host.isSettledOn(NEW)));
      }
    }
  }

  /** Carries it out, to the end unless killed. */
  void play(Path folder) throws IOException, InterruptedException {
    try (var host = BareHost.open(folder, isCanary())) {
      var before = this == REMOVAL ? NEW : OLD;
      must(host, host.await(() -> host.isSettledOn(before)));
      switch (this) {
        case UPGRADE, CANARY -> {
          BareHost.drop(folder, NEW);
          must(host, host.await(() -> host.isSettledOn(NEW)));
        }
        case ROLLBACK -> {
          BareHost.drop(folder, NEW);
          must(host, host.await(() -> host.host().rollouts().rollout().isPresent()));
          host.host().rollouts().rollback(BareHost.AGENT, "bench");
          must(host, host.await(() -> host.isSettledOn(OLD)));
        }
        case REMOVAL -> {
          Files.delete(BareHost.jar(folder, NEW));
          must(host, host.await(() -> host.isSettledOn(OLD)));
        }
      }
    }
  }

  private void must(BareHost host, boolean isSo) {
    if (!isSo) {
      throw new IllegalStateException(this + " did not come about in " + host);
    }
  }

  /** Plays the scenario of this name in this folder. */
  public static void main(String[] words) throws IOException, InterruptedException {
    valueOf(words[0]).play(Path.of(words[1]));
    System.exit(0);
  }
}
