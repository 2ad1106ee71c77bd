package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.routing.IntentModel;
import dev.hotdesk.routing.IntentTrainer;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.routing.Policy;
import dev.hotdesk.verify.PluginJar;
import dev.hotdesk.verify.RefusedJarException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an admin wants of a plugin, over what its manifest asks for. */
class SettledTermsTest {

  @TempDir Path root;

  @Test
  void hold_for_its_calls_and_for_its_own_model() {
    var idles = new CopyOnWriteArrayList<Duration>();
    var trainer = new FakeTrainer();
    var drops = root.resolve("plugins");
    try (var host =
        new PluginHost(
            drops,
            root.resolve("store"),
            noting(idles, trainer),
            House.QUICK,
            new Settled(Policy.parse("idle=7s; retries=5", Policy.DEFAULT)),
            PluginWatch.NONE)) {
      host.start();
      Jars.agent("shop", "1.0.0")
          .manifest(Policy.ATTRIBUTE, "idle=20m; retries=1")
          .into(drops, "shop.jar");
      await().until(() -> retries(host) == 5);
    }

    assertThat(idles).containsOnly(Duration.ofSeconds(7));
  }

  private static IntentTrainer noting(List<Duration> idles, IntentTrainer trainer) {
    return new IntentTrainer() {
      @Override
      public IntentModel train(List<Knowledge> agents) {
        agents.forEach(agent -> idles.add(agent.idle()));
        return trainer.train(agents);
      }
    };
  }

  private static int retries(PluginHost host) {
    try (var lease = host.lease()) {
      return lease.agent("shop").map(agent -> agent.policy().retries()).orElse(-1);
    }
  }

  private record Settled(Policy wanted) implements Capabilities {

    @Override
    public Loan lend(PluginJar jar, int generation) throws RefusedJarException {
      return NONE.lend(jar, generation);
    }

    @Override
    public Policy policy(PluginJar jar) {
      return wanted;
    }
  }
}
