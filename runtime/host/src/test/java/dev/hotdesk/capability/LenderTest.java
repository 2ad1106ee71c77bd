package dev.hotdesk.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.api.Http.Request;
import dev.hotdesk.api.NotPermittedException;
import dev.hotdesk.api.Passage;
import dev.hotdesk.api.PluginContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LenderTest {

  private static final String EVERYTHING =
      "storage, events, timers, documents:read, secret:api-key, outbound:localhost:1";

  private final Lent lent = new Lent();

  @AfterEach
  void close() {
    lent.close();
  }

  /** What is used, the permission that it needs, and another that does not help. */
  static Stream<Arguments> uses() {
    return Stream.of(
        use("storage", "storage", "events", context -> context.storage().put("a", "b")),
        use("events", "events", "timers", context -> context.events().publish("closed", "{}")),
        use(
            "timers",
            "timers",
            "events",
            context -> context.timers().set("remind", "1", Lent.NOW, "{}")),
        use("documents", "documents:read", "erp:read", context -> context.documents().find("a", 1)),
        use("a secret", "secret:api-key", "secret:other", context -> context.secret("api-key")));
  }

  private static Arguments use(
      String name, String permission, String another, Consumer<PluginContext> use) {
    return Arguments.of(Named.of(name, use), permission, another);
  }

  @ParameterizedTest
  @MethodSource("uses")
  void what_the_manifest_does_not_ask_for_is_refused_by_name(
      Consumer<PluginContext> use, String permission, String another) {
    lent.secrets.put("agent-hours/api-key", "s3cret");

    assertThatThrownBy(() -> use.accept(lent.context("")))
        .isInstanceOf(NotPermittedException.class)
        .hasMessageContaining("The permission " + permission + " is missing");
    assertThatThrownBy(() -> use.accept(lent.context(another)))
        .isInstanceOf(NotPermittedException.class);
    use.accept(lent.context(permission));
  }

  @Test
  void hosts_that_the_manifest_does_not_name_are_refused_by_name() {
    var http = lent.context("outbound:api.shop.example, outbound:*.maps.example:8443").http();

    assertThatThrownBy(() -> http.send(get("https://evil.example/")))
        .isInstanceOf(NotPermittedException.class)
        .hasMessageContaining("outbound:evil.example ");
    assertThatThrownBy(() -> http.send(get("https://api.shop.example:8443/")))
        .isInstanceOf(NotPermittedException.class)
        .hasMessageContaining("outbound:api.shop.example:8443 ");
    assertThatThrownBy(() -> http.send(get("https://api.shop.example./")))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> http.send(get("https://a.maps.example/")))
        .isInstanceOf(NotPermittedException.class);
    assertThat(lent.figures.all()).containsOnly("agent-hours others refused");
  }

  /** All that a plugin could have kept from the context. */
  static Stream<Arguments> kept() {
    return Stream.of(
        keeping("clock", _ -> PluginContext::clock),
        keeping("config", _ -> PluginContext::config),
        keeping("metrics", _ -> PluginContext::metrics),
        keeping("secret", _ -> context -> context.secret("api-key")),
        keeping(
            "http", before -> with(before.http(), http -> http.send(get("http://localhost:1")))),
        keeping("storage", _ -> PluginContext::storage),
        keeping("get", before -> with(before.storage(), storage -> storage.get("k"))),
        keeping("put", before -> with(before.storage(), storage -> storage.put("k", "v"))),
        keeping(
            "replace",
            before -> with(before.storage(), it -> it.replace("k", Optional.empty(), "v"))),
        keeping("remove", before -> with(before.storage(), storage -> storage.remove("k"))),
        keeping("keys", before -> with(before.storage(), storage -> storage.keys(""))),
        keeping("events", _ -> PluginContext::events),
        keeping("publish", before -> with(before.events(), events -> events.publish("a", "{}"))),
        keeping("timers", _ -> PluginContext::timers),
        keeping("set", before -> with(before.timers(), it -> it.set("a", "b", Instant.MIN, ""))),
        keeping("cancel", before -> with(before.timers(), timers -> timers.cancel("a", "b"))),
        keeping("documents", _ -> PluginContext::documents),
        keeping("find", before -> with(before.documents(), it -> it.find("a", 1))),
        keeping("log", _ -> PluginContext::log),
        keeping(
            "a line", before -> with(before.log(), it -> it.log(System.Logger.Level.INFO, "hi"))));
  }

  interface Keeping {
    Consumer<PluginContext> from(PluginContext before);
  }

  private static Arguments keeping(String name, Keeping keeping) {
    return Arguments.of(Named.of(name, keeping));
  }

  private static <T> Consumer<PluginContext> with(T kept, Consumer<T> use) {
    return _ -> use.accept(kept);
  }

  @ParameterizedTest
  @MethodSource("kept")
  void nothing_that_was_kept_works_once_it_is_taken_back(Keeping keeping) {
    var loan = lent.loan(EVERYTHING);
    var use = keeping.from(loan.context());
    loan.takeBack();

    assertThatThrownBy(() -> use.accept(loan.context()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Generation 1 of plugin agent-hours (1.2.0) is retired");
    assertThat(lent.store.keys("agent-hours", "")).isEmpty();
    assertThat(lent.lines()).isEmpty();
  }

  @Test
  void figures_that_were_kept_are_never_a_fault() {
    var loan = lent.loan("");
    var metrics = loan.context().metrics();
    loan.takeBack();

    metrics.count("late", 1);
  }

  @Test
  void what_one_generation_stores_the_next_one_finds_and_other_plugins_do_not() {
    lent.context("storage").storage().put("visits", "17");

    assertThat(lent.context("storage").storage().get("visits")).contains("17");
    assertThat(lent.store.get("agent-other", "visits")).isEmpty();
  }

  @Test
  void events_and_timers_reach_the_desk_in_the_name_of_the_plugin() {
    var context = lent.context("events, timers");
    context.events().publish("closed", "{\"a\":1}");
    context.timers().set("remind", "c1", Lent.NOW.plusSeconds(60), "{}");
    context.timers().set("remind", "c2", Lent.NOW.minusSeconds(60), "{}");
    context.timers().set("remind", "c3", Lent.NOW, "{}");
    context.timers().cancel("remind", "c3");

    assertThat(lent.desk.events())
        .containsExactly(new MemoryFunctionDesk.Event("agent-hours", "closed", "{\"a\":1}"));
    assertThat(lent.desk.timers())
        .containsOnlyKeys(
            new MemoryFunctionDesk.Timer("agent-hours", "remind", "c1"),
            new MemoryFunctionDesk.Timer("agent-hours", "remind", "c2"))
        .containsEntry(
            new MemoryFunctionDesk.Timer("agent-hours", "remind", "c2"),
            new MemoryFunctionDesk.Wake(Lent.NOW, "{}"));
  }

  @Test
  void a_secret_that_is_not_set_tells_the_admin_where_to_set_it() {
    assertThatThrownBy(() -> lent.context("secret:api-key").secret("api-key"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The secret api-key of plugin agent-hours is not set; wanted it in"
                + " hotdesk.plugin.agent-hours.secret.api-key: ask an admin to set it");
  }

  @Test
  void passages_are_asked_for_within_bounds() {
    var documents = lent.context("documents:read").documents();

    assertThat(documents.find("hours", 1)).extracting(Passage::text).containsExactly("hours");
    assertThatThrownBy(() -> documents.find("hours", 11))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("11 passages are asked for; wanted 1 to 10");
  }

  @Test
  void a_permission_is_known_to_the_runtime_as_the_manifest_writes_it() {
    var loan = lent.loan("erp:read");

    assertThat(loan.allows("erp:read")).isTrue();
    assertThat(loan.allows("conversation:read")).isFalse();
  }

  static Request get(String uri) {
    return new Request("GET", URI.create(uri), Map.of(), "", Duration.ofSeconds(30));
  }
}
