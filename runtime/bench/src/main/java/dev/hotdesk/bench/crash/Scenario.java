package dev.hotdesk.bench.crash;

import dev.hotdesk.bench.bare.BareHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A change of the plugin folder in which the process may be killed. */
public enum Scenario {
  /** The next version serves at once, and what was before the one before is thrown away. */
  UPGRADE("2.0.0", "3.0.0"),
  /** The next version serves a share first, then everybody. */
  CANARY("1.0.0", "2.0.0"),
  /** It serves a share first, and is taken back. */
  ROLLBACK("1.0.0", "2.0.0"),
  /** An admin goes back from the version that serves to the one before. */
  RETURN("2.0.0", "1.0.0"),
  /** The version that serves is taken away, and the one before serves again. */
  REMOVAL("2.0.0", "1.0.0");

  private static final String FIRST = "1.0.0";

  final String before;
  final String other;

  Scenario(String before, String other) {
    this.before = before;
    this.other = other;
  }

  boolean isCanary() {
    return this == CANARY || this == ROLLBACK;
  }

  /** Lays the folder out as it is before; nothing runs yet. */
  void prepare(Path folder) throws IOException, InterruptedException {
    BareHost.drop(folder, FIRST);
    try (var host = BareHost.open(folder, false)) {
      must(host, host.await(() -> host.isSettledOn(FIRST)));
      if (!before.equals(FIRST)) {
        BareHost.drop(folder, before);
        must(host, host.await(() -> host.isSettledOn(before)));
      }
    }
    if (this == UPGRADE) {
      Files.delete(BareHost.jar(folder, FIRST)); // else it is wanted for as long as it lies there
    }
  }

  /** Carries it out, to the end unless killed. */
  void play(Path folder) throws IOException, InterruptedException {
    try (var host = BareHost.open(folder, isCanary())) {
      must(host, host.await(() -> host.isSettledOn(before)));
      switch (this) {
        case UPGRADE, CANARY -> {
          BareHost.drop(folder, other);
          must(host, host.await(() -> host.isSettledOn(other)));
        }
        case ROLLBACK -> {
          BareHost.drop(folder, other);
          must(host, host.await(() -> host.host().rollouts().rollout().isPresent()));
          host.host().rollouts().rollback(BareHost.AGENT, "bench");
          must(host, host.await(() -> host.isSettledOn(before)));
        }
        case RETURN -> {
          host.host().rollouts().rollback(BareHost.AGENT, "bench");
          must(host, host.await(() -> host.isSettledOn(other)));
        }
        case REMOVAL -> {
          Files.delete(BareHost.jar(folder, before));
          must(host, host.await(() -> host.isSettledOn(other)));
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
