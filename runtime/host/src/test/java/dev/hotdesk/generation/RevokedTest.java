package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.drop.DropStatus.State;
import dev.hotdesk.rollout.Happening;
import dev.hotdesk.rollout.RolloutRefusedException;
import dev.hotdesk.verify.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars that are revoked while the host runs. */
class RevokedTest {

  @TempDir Path root;
  private final Set<String> revoked = new CopyOnWriteArraySet<>();
  private House house;

  @BeforeEach
  void open() {
    house =
        new House(root, House.QUICK, PluginWatch.NONE, new Revoking(), RolloutSettings.direct())
            .opened();
    house.live("1.0.0", "one.jar");
    house.live("2.0.0", "two.jar");
    await().until(() -> house.state("1.0.0").equals("STANDBY"));
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void revoke(String file) {
    revoked.add(house.status(file).sha256());
    house.host.trustChanged();
  }

  @Test
  void a_version_that_stands_by_is_retired_at_once_and_the_timeline_says_why() {
    revoke("one.jar");

    await().until(() -> Set.of("RETIRED", "COLLECTED", "none").contains(house.state("1.0.0")));
    assertThat(house.host.rollouts().timeline("hello"))
        .filteredOn(it -> it.version().equals("1.0.0") && it.what().equals("revoked"))
        .extracting(Happening::note)
        .singleElement()
        .asString()
        .contains("one.jar", "revoked");
    assertThat(house.reason("one.jar", State.REJECTED)).contains("revoked");
    assertThat(house.greeting("hello")).isEqualTo("Hello from 2.0.0");
  }

  @Test
  void nobody_goes_back_to_it() throws IOException {
    revoke("one.jar");

    assertThatThrownBy(() -> house.host.rollouts().rollback("hello", "ann"))
        .isInstanceOf(RolloutRefusedException.class)
        .hasMessageContaining("no version before it");
    Files.delete(house.drops.resolve("two.jar"));
    await().until(() -> house.servesNothingOf("hello"));
  }

  @Test
  void what_serves_goes_on_but_never_stands_by() {
    revoke("two.jar");
    house.live("3.0.0", "three.jar");

    await().until(() -> Set.of("RETIRED", "COLLECTED", "none").contains(house.state("2.0.0")));
    assertThatThrownBy(() -> house.host.rollouts().rollback("hello", "ann"))
        .isInstanceOf(RolloutRefusedException.class);
  }

  @Test
  void once_trusted_again_it_may_serve_again() {
    revoke("one.jar");
    house.reason("one.jar", State.REJECTED);
    revoked.clear();
    house.host.trustChanged();
    house.reason("one.jar", State.SUPERSEDED);

    house.host.rollouts().rollback("hello", "ann");
    await().until(() -> house.serves("hello", "1.0.0"));
  }

  /** Lets all unsigned jars run but those that are revoked. */
  private final class Revoking implements Trust {

    @Override
    public Set<String> trustedSigners() {
      return Set.of();
    }

    @Override
    public Set<String> revokedSigners() {
      return Set.of();
    }

    @Override
    public Set<String> revokedJars() {
      return Set.copyOf(revoked);
    }

    @Override
    public boolean isUnsignedAllowed() {
      return true;
    }
  }
}
