package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.site.Drop;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plugins that fail, and what customers notice of it: a person comes. */
@ExtendWith(OpenHouse.class)
class BadPluginIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final Site site;

  @TempDir Path folder;

  BadPluginIT(Site site) {
    this.site = site;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tiny-thrower | if (true) throw new IllegalStateException("on purpose"); return null; | agent_failed
          tiny-linker  | if (true) throw new NoClassDefFoundError("on/purpose"); return null;  | agent_failed
          tiny-silent  | return null;                                                          | agent_failed
          tiny-spinner | while (true) { Math.sin(turn.text().length()); }                      | agent_timed_out
          tiny-sleeper | try { Thread.sleep(60_000); } catch (InterruptedException e) { } return null; | agent_timed_out
          """)
  void a_failing_agent_brings_a_person_and_others_go_on(String id, String body, String reason)
      throws IOException, InterruptedException {
    var sentences = List.of("polish my purple submarine", "purple submarine polishing please");
    var drop = drop(new TinyPlugin(id, "1.0.0", body, sentences));
    try (var unlucky = CustomerClient.connect(site.web(), site.shopOrigin(), "en");
        var lucky = CustomerClient.connect(site.web(), site.shopOrigin(), "en")) {
      drop.awaitLive(SOON);

      assertThat(unlucky.ask("polish my purple submarine", SOON))
          .hasValueSatisfying(
              it ->
                  assertThat(List.of(it.state(), it.reason())).containsExactly("waiting", reason));
      assertThat(lucky.ask("where is order 20261123-88", SOON))
          .hasValueSatisfying(it -> assertThat(it.text()).isNotEmpty());
    } finally {
      drop.remove();
      drop.awaitState("REMOVED", SOON);
    }
  }

  @Test
  void jars_that_are_no_plugins_are_refused_with_a_reason()
      throws IOException, InterruptedException {
    var empty = Files.createFile(folder.resolve("empty.jar"));
    var text = Files.writeString(folder.resolve("text.jar"), "This is not a jar. ".repeat(100));
    var whole = new TinyPlugin("tiny-cut", "1.0.0", "return null;", List.of("cut me")).pack(folder);
    var bytes = Files.readAllBytes(whole);
    var cut =
        Files.write(folder.resolve("cut.jar"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
    for (var jar : List.of(empty, text, cut)) {
      var drop = new Drop(jar, site.pluginFolder(), "");
      drop.copy();
      drop.awaitState("REJECTED", SOON);

      assertThat(drop.status().text("reason")).as(jar.toString()).isNotBlank();
      drop.remove();
    }
  }

  @Test
  void a_jar_that_grows_slowly_is_taken_once_it_is_whole()
      throws IOException, InterruptedException {
    var jar =
        new TinyPlugin(
                "tiny-slow",
                "1.0.0",
                "return Reply.say(\"at last\");",
                List.of("knit me a snail", "snail knitting please"))
            .pack(folder);
    var drop = new Drop(jar, site.pluginFolder(), "1.0.0");
    var bytes = Files.readAllBytes(jar);
    try (var out = Files.newOutputStream(drop.file())) {
      for (int at = 0; at < bytes.length; at += bytes.length / 8) {
        out.write(bytes, at, Math.min(bytes.length / 8, bytes.length - at));
        Thread.sleep(150);
      }
    }
    try (var customer = CustomerClient.connect(site.web(), site.shopOrigin(), "en")) {
      drop.awaitLive(SOON);

      assertThat(customer.ask("knit me a snail", SOON))
          .hasValueSatisfying(it -> assertThat(it.text()).isEqualTo("at last"));
    } finally {
      drop.remove();
      drop.awaitState("REMOVED", SOON);
    }
  }

  private Drop drop(TinyPlugin plugin) throws IOException {
    var drop = new Drop(plugin.pack(folder), site.pluginFolder(), plugin.version());
    drop.copy();
    return drop;
  }
}
