package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.drop.Drop;
import dev.hotdesk.rollout.RolloutPlan;
import dev.hotdesk.routing.Policy;
import dev.hotdesk.verify.Dependency;
import dev.hotdesk.verify.Permissions;
import dev.hotdesk.verify.PluginJar;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private final Plans plans = new Plans(Path.of("nowhere"), RolloutPlan.DIRECT, RolloutPlan.CANARY);
  private final Selection selection = new Selection(new Partners(plans));

  private static Drop.Ready ready(String id, String version, String dependencies) {
    var file = id + "-" + version + ".jar";
    var jar =
        new PluginJar(
            Path.of(file),
            file,
            id,
            version,
            "",
            "",
            List.of(),
            Permissions.NONE,
            Dependency.parse(dependencies),
            Policy.DEFAULT,
            Optional.empty(),
            List.of());
    return new Drop.Ready(file, Instant.EPOCH, jar);
  }

  private Map<String, Drop.Ready> serving(Drop... drops) {
    var best = selection.from(List.of(drops), Map.of());
    selection.serve(best.values());
    return best;
  }

  private String reason(Drop.Ready drop, Drop... drops) {
    selection.from(List.of(drops), Map.of());
    return selection.barred(drop).map(Selection.Barred::reason).orElse("");
  }

  @Test
  void a_plugin_serves_as_soon_as_what_it_needs_does() {
    var needy = ready("needy", "1.0.0", "helper@>=1.0.0");
    var helper = ready("helper", "1.0.0", "");

    assertThat(serving(needy)).isEmpty();
    assertThat(reason(needy, needy))
        .contains("needy-1.0.0.jar: needy 1.0.0 needs the plugin helper");
    assertThat(serving(needy, helper)).containsOnlyKeys("needy", "helper");
    assertThat(serving(needy)).isEmpty();
  }

  @Test
  void an_older_version_that_can_be_active_serves_instead_of_a_newer_one_that_cannot() {
    var old = ready("needy", "1.0.0", "");
    var newer = ready("needy", "2.0.0", "nobody");

    assertThat(serving(old, newer)).containsExactly(Map.entry("needy", old));
  }

  @Test
  void a_newcomer_that_does_not_suit_what_serves_is_refused_not_what_serves() {
    var needy = ready("needy", "1.0.0", "helper@<2.0.0");
    var helper = ready("helper", "1.0.0", "");
    var newcomer = ready("helper", "2.0.0", "");
    serving(needy, helper);

    assertThat(serving(needy, helper, newcomer))
        .containsExactly(Map.entry("helper", helper), Map.entry("needy", needy));
    assertThat(reason(newcomer, needy, helper, newcomer))
        .startsWith("helper-2.0.0.jar: needy 1.0.0 needs the plugin helper@<2.0.0");
  }

  @Test
  void all_in_a_circle_are_refused() {
    var one = ready("one", "1.0.0", "two");
    var two = ready("two", "1.0.0", "one");

    assertThat(serving(one, two)).isEmpty();
  }

  @Test
  void bytes_that_are_refused_later_serve_no_more_but_other_bytes_in_their_file_stop_nothing() {
    var drop = ready("plain", "1.0.0", "");
    serving(drop);
    var rubbish = new Drop.Refused(drop.file(), "other", "rubbish", List.of());
    var revoked = new Drop.Refused(drop.file(), drop.jar().sha256(), "revoked", List.of());

    assertThat(serving(rubbish)).containsOnlyKeys("plain");
    assertThat(serving(revoked)).isEmpty();
    assertThat(Stream.of(serving(rubbish))).containsExactly(Map.of());
  }
}
