package dev.hotdesk.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.routing.Policy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DependenciesTest {

  private static PluginJar jar(String id, String version, String dependencies) {
    return new PluginJar(
        Path.of(id + ".jar"),
        id,
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
  }

  private static List<String> refusals(PluginJar... jars) {
    return Dependencies.check(Stream.of(jars).toList()).stream()
        .map(Dependencies.Refusal::reason)
        .toList();
  }

  @Test
  void plugins_that_have_each_other_are_not_refused() {
    assertThat(refusals(jar("a", "1.0.0", "b@>=1.0.0 & <2.0.0, c?@>=9.0.0"), jar("b", "1.9.0", "")))
        .isEmpty();
  }

  @Test
  void a_missing_one_is_named_with_who_wants_it() {
    assertThat(refusals(jar("a", "1.0.0", "b@>=1.0.0")))
        .containsExactly(
            "a 1.0.0 needs the plugin b@>=1.0.0; none of that id is active: drop it too.");
  }

  @Test
  void a_version_out_of_range_is_named_with_what_was_found_even_if_optional() {
    assertThat(refusals(jar("a", "1.0.0", "b?@>=2.0.0"), jar("b", "1.9.0", "")))
        .containsExactly(
            "a 1.0.0 needs the plugin b?@>=2.0.0; version 1.9.0 is active: drop a version in that"
                + " range.");
  }

  @Test
  void a_circle_is_printed_the_same_wherever_it_is_entered() {
    var refusals =
        Dependencies.check(
            List.of(
                jar("d", "1.0.0", "b"),
                jar("c", "1.0.0", "a"),
                jar("b", "1.0.0", "c"),
                jar("a", "1.0.0", "b")));

    assertThat(refusals).extracting(refusal -> refusal.jar().id()).containsExactly("a", "b", "c");
    assertThat(refusals).allMatch(refusal -> refusal.reason().contains("(a → b → c → a)"));
  }

  @Test
  void plugins_may_know_each_other_if_one_can_do_without() {
    assertThat(refusals(jar("a", "1.0.0", "b"), jar("b", "1.0.0", "a?"))).isEmpty();
  }
}
