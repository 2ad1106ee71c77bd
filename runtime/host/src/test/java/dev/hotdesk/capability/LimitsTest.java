package dev.hotdesk.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.api.PluginContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsTest {

  private static final int VALUE = 64 * 1024;

  private final Lent lent = new Lent();
  private final PluginContext context = lent.context("storage, events, timers");

  @AfterEach
  void close() {
    lent.close();
  }

  static Stream<Arguments> tooMuch() {
    return Stream.of(
        wrong("wanted 1 to 200", it -> it.storage().put("", "v")),
        wrong("has 201 characters", it -> it.storage().put("k".repeat(201), "v")),
        wrong("has 201 characters", it -> it.storage().get("k".repeat(201))),
        wrong("has 201 characters", it -> it.storage().remove("k".repeat(201))),
        wrong("has 201 characters", it -> it.storage().keys("k".repeat(201))),
        wrong("65,537 bytes", it -> it.storage().put("k", "v".repeat(VALUE + 1))),
        wrong("65,538 bytes", it -> it.storage().put("k", "退".repeat(VALUE / 3 + 1))),
        wrong("65,537 bytes", it -> replace(it, "v".repeat(VALUE + 1))),
        wrong("U+0000", it -> it.storage().put("k", "a\0b")),
        wrong("U+0000", it -> it.storage().put("a\0b", "v")),
        wrong("lone surrogate", it -> it.storage().put("k", "\uD83D")),
        wrong("lone surrogate", it -> it.storage().put("\uDE00", "v")),
        wrong("lower-case letters", it -> it.events().publish("Order Closed", "{}")),
        wrong("lower-case letters", it -> it.events().publish("", "{}")),
        wrong("lower-case letters", it -> it.events().publish("a".repeat(65), "{}")),
        wrong("65,537 bytes", it -> it.events().publish("closed", "v".repeat(VALUE + 1))),
        wrong("lower-case letters", it -> it.timers().set("Re mind", "k", Lent.NOW, "{}")),
        wrong("has 201 characters", it -> it.timers().set("a", "k".repeat(201), Lent.NOW, "{}")),
        wrong("65,537 bytes", it -> it.timers().set("a", "k", Lent.NOW, "v".repeat(VALUE + 1))),
        wrong("within ten years", it -> it.timers().set("a", "k", Lent.NOW.plus(FAR), "{}")));
  }

  private static final Duration FAR = Duration.ofDays(3660);

  private static boolean replace(PluginContext context, String value) {
    return context.storage().replace("k", Optional.empty(), value);
  }

  private static Arguments wrong(String words, Consumer<PluginContext> use) {
    return Arguments.of(words, use);
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("tooMuch")
  void what_is_beyond_the_limits_is_refused_and_goes_nowhere(
      String words, Consumer<PluginContext> use) {
    assertThatThrownBy(() -> use.accept(context))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words)
        .hasMessageContaining("wanted");
    assertThat(lent.store.keys(Lent.PLUGIN, "")).isEmpty();
    assertThat(lent.desk.events()).isEmpty();
    assertThat(lent.desk.timers()).isEmpty();
  }

  @Test
  void what_is_just_within_the_limits_is_kept() {
    var key = "退".repeat(200);
    context.storage().put(key, "v".repeat(VALUE));
    context.storage().put("😀", "😀");
    context.events().publish("a".repeat(64), "v".repeat(VALUE));
    context.timers().set("a", "", Lent.NOW, "");

    assertThat(context.storage().get(key)).contains("v".repeat(VALUE));
    assertThat(context.storage().get("😀")).contains("😀");
    assertThat(lent.desk.events()).hasSize(1);
    assertThat(lent.desk.timers()).hasSize(1);
  }
}
