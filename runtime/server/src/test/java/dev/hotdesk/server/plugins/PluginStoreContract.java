package dev.hotdesk.server.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.capability.PluginStore;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of what plugins keep must do. */
abstract class PluginStoreContract {

  private static final String ME = "agent-hours";

  private PluginStore store;

  /** An empty store. */
  abstract PluginStore store();

  @BeforeEach
  void open() {
    store = store();
  }

  @Test
  void gives_what_was_put_last() {
    assertThat(store.get(ME, "k")).isEmpty();
    store.put(ME, "k", "one");
    store.put(ME, "k", "two");
    assertThat(store.get(ME, "k")).contains("two");
  }

  @Test
  void keeps_every_text_as_it_is() {
    for (var text : List.of("", " a ", "退货😀", "a\nb\tc\\d'e\"f%_", "x".repeat(64 << 10))) {
      store.put(ME, "k", text);
      assertThat(store.get(ME, "k")).contains(text);
      assertThat(store.replace(ME, "k", Optional.of(text), text)).isTrue();
    }
  }

  @Test
  void plugins_do_not_see_each_other() {
    store.put(ME, "k", "mine");
    store.put("agent-other", "k", "theirs");
    store.remove("agent-other", "k");

    assertThat(store.get(ME, "k")).contains("mine");
    assertThat(store.keys("agent-other", "")).isEmpty();
  }

  @Test
  void replaces_only_what_is_as_expected() {
    assertThat(store.replace(ME, "k", Optional.of("one"), "two")).isFalse();
    assertThat(store.replace(ME, "k", Optional.empty(), "one")).isTrue();
    assertThat(store.replace(ME, "k", Optional.empty(), "two")).isFalse();
    assertThat(store.replace(ME, "k", Optional.of("ONE"), "two")).isFalse();
    assertThat(store.get(ME, "k")).contains("one");
    assertThat(store.replace(ME, "k", Optional.of("one"), "two")).isTrue();
    assertThat(store.get(ME, "k")).contains("two");
  }

  @Test
  void forgets_what_is_removed_and_minds_nothing_absent() {
    store.put(ME, "k", "v");
    store.remove(ME, "k");
    store.remove(ME, "k");

    assertThat(store.get(ME, "k")).isEmpty();
    assertThat(store.replace(ME, "k", Optional.empty(), "again")).isTrue();
  }

  @Test
  void tells_keys_that_begin_alike_in_the_order_of_code_points() {
    var keys = List.of("b", "a/2", "a/10", "A/1", "a", "a/", "a0", "é", "退", "😀", "%", "a/%");
    keys.forEach(key -> store.put(ME, key, "v"));

    assertThat(store.keys(ME, ""))
        .containsExactly("%", "A/1", "a", "a/", "a/%", "a/10", "a/2", "a0", "b", "é", "退", "😀");
    assertThat(store.keys(ME, "a/")).containsExactly("a/", "a/%", "a/10", "a/2");
    assertThat(store.keys(ME, "%")).containsExactly("%");
    assertThat(store.keys(ME, "退")).containsExactly("退");
    assertThat(store.keys(ME, "z")).isEmpty();
  }

  @Test
  void keys_are_as_long_as_two_hundred_characters_of_any_script() {
    var key = "😀".repeat(200);
    store.put(ME, key, "v");
    assertThat(store.keys(ME, "😀".repeat(199))).containsExactly(key);
  }

  @Test
  void tells_a_thousand_keys_at_once() {
    IntStream.range(0, 1_005).forEach(i -> store.put(ME, "k%04d".formatted(i), "v"));

    assertThat(store.keys(ME, "k"))
        .hasSize(PluginStore.MOST_TOLD)
        .startsWith("k0000", "k0001")
        .endsWith("k0999");
  }

  @Test
  void of_many_who_replace_the_same_value_one_does() throws Exception {
    store.put(ME, "counter", "0");
    Callable<Void> counting =
        () -> {
          for (int i = 0; i < 25; i++) {
            boolean isDone = false;
            while (!isDone) {
              var now = store.get(ME, "counter").orElseThrow();
              var next = String.valueOf(Integer.parseInt(now) + 1);
              isDone = store.replace(ME, "counter", Optional.of(now), next);
            }
          }
          return null;
        };
    atOnce(counting);

    assertThat(store.get(ME, "counter")).contains("100");
  }

  @Test
  void many_may_put_the_same_new_key_at_once() throws Exception {
    for (int round = 0; round < 20; round++) {
      var key = "new" + round;
      atOnce(
          () -> {
            store.put(ME, key, "v");
            return null;
          });
      assertThat(store.get(ME, key)).contains("v");
    }
  }

  /** A store with room for three keys has no room for a fourth. */
  static void checkRoom(PluginStore small) {
    for (var key : List.of("a", "b", "c")) {
      small.put(ME, key, "v");
    }
    small.put(ME, "c", "other");

    assertThatThrownBy(() -> small.put(ME, "d", "v"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wanted no more");
    assertThatThrownBy(() -> small.replace(ME, "d", Optional.empty(), "v"))
        .isInstanceOf(IllegalArgumentException.class);
    small.put("agent-other", "d", "v");
    small.remove(ME, "a");
    small.put(ME, "d", "v");
    assertThat(small.keys(ME, "")).containsExactly("b", "c", "d");
  }

  private static void atOnce(Callable<Void> work) throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (Future<Void> each : threads.invokeAll(Collections.nCopies(4, work))) {
        each.get();
      }
    }
  }
}
