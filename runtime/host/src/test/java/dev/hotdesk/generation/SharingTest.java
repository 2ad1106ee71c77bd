package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.Inbound;
import dev.hotdesk.drop.DropStatus.State;
import dev.hotdesk.jarmaker.PluginDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharingTest {

  @TempDir Path root;
  private House house;

  @BeforeEach
  void build() {
    house = new House(root).opened();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_plugin_sees_the_exported_packages_and_nothing_else_of_the_runtime() {
    assertThat(seen("Class.forName(\"org.slf4j.Logger\")")).isEqualTo("interface org.slf4j.Logger");
    assertThat(seen("Class.forName(\"javax.sql.DataSource\")")).contains("DataSource");
    assertThat(seen("Class.forName(\"dev.hotdesk.routing.Lease\")"))
        .isEqualTo("java.lang.ClassNotFoundException: dev.hotdesk.routing.Lease");
    assertThat(seen("Class.forName(\"org.assertj.core.api.Assertions\")"))
        .startsWith("java.lang.ClassNotFoundException");
    assertThat(
            seen(
                "java.util.Collections.list(Hello.class.getClassLoader().getResources(\"META-INF/services/org.junit.platform.engine.TestEngine\"))"))
        .isEqualTo("[]");
    assertThat(seen("Hello.class.getResource(\"/texts/en.properties\") != null")).isEqualTo("true");
  }

  @Test
  void an_adapter_serves_its_channel_and_the_one_dropped_last_wins() throws IOException {
    adapter("web-a", "one").into(house.drops, "a.jar");
    house.reason("a.jar", State.LIVE);
    assertThat(read()).isEqualTo("one");

    adapter("web-b", "two").into(house.drops, "b.jar");
    house.reason("b.jar", State.LIVE);
    assertThat(read()).isEqualTo("two");
    assertThat(house.host.plugins())
        .extracting(PluginStatus::kinds)
        .allSatisfy(kinds -> assertThat(kinds).containsExactly("channel:web"));

    Files.delete(house.drops.resolve("b.jar"));
    await().until(() -> read().equals("one"));
  }

  @Test
  void swapping_a_channel_adapter_trains_nothing_anew() {
    Jars.agent("hello", "1.0.0").into(house.drops, "hello.jar");
    house.reason("hello.jar", State.LIVE);
    int trainings = house.trainer.trainings.get();
    adapter("web", "one").into(house.drops, "web.jar");
    house.reason("web.jar", State.LIVE);

    assertThat(house.trainer.trainings).hasValue(trainings);
  }

  @Test
  void health_tells_of_calls_and_faults() {
    adapter("web", "one").into(house.drops, "web.jar");
    house.reason("web.jar", State.LIVE);
    read();

    assertThat(house.host.plugins())
        .singleElement()
        .satisfies(
            status -> {
              assertThat(status.health().calls()).isEqualTo(1);
              assertThat(status.health().faults()).isZero();
              assertThat(status.state()).isEqualTo(new GenerationState.Live());
            });
  }

  @Test
  void a_closed_host_has_unloaded_everything() {
    Jars.agent("hello", "1.0.0").into(house.drops, "hello.jar");
    house.reason("hello.jar", State.LIVE);
    house.close();

    assertThat(house.servesNothingOf("hello")).isTrue();
    assertThat(house.host.plugins())
        .extracting(PluginStatus::state)
        .containsExactly(new GenerationState.Retired(""));
  }

  private String read() {
    try (var lease = house.host.lease()) {
      return lease
          .channel("web")
          .orElseThrow()
          .call("read", Duration.ofSeconds(30), adapter -> said(adapter));
    }
  }

  private static String said(ChannelAdapter adapter) {
    return ((Inbound.Said) adapter.read("frame")).text();
  }

  private static PluginDraft adapter(String id, String words) {
    return Jars.empty(id, "1.0.0")
        .extensions("shop.Web")
        .compiled(
            """
            package shop;
            import dev.hotdesk.api.*;
            public class Web implements ChannelAdapter {
              public String channel() { return "web"; }
              public Inbound read(String frame) { return new Inbound.Said("1", "%s"); }
              public Delivery send(Outbound outbound, ChannelContext context) {
                return new Delivery.Accepted();
              }
            }
            """
                .formatted(words));
  }

  private int version;

  /** What an expression gives within a plugin, or what it throws. */
  private String seen(String expression) {
    version++;
    Jars.agent("eye", "1.0." + version)
        .compiled(
            """
            package shop;
            import dev.hotdesk.api.*;
            public class Hello implements Agent {
              public Reply respond(Turn turn, AgentContext context) {
                try {
                  return Reply.say(String.valueOf(%s));
                } catch (Exception e) {
                  return Reply.say(e.toString());
                }
              }
            }
            """
                .formatted(expression))
        .into(house.drops, "eye.jar");
    await().until(() -> house.serves("eye", "1.0." + version));
    return house.greeting("eye");
  }
}
