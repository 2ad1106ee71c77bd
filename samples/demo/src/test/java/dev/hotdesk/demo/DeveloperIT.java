package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a plugin's author reads is done, word for word: the tutorial's blocks are run, written and
 * said to a Hotdesk that runs; and the sample plugin is copied away from this source tree.
 */
@ExtendWith({OpenHouse.class, Workshop.Lent.class})
class DeveloperIT {

  private static final String MADE_HERE = "{agent-alterations,hello-plugin}-*.jar";
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Site site;
  private final Workshop workshop;
  private final Shell shell;

  DeveloperIT(Site site, Workshop workshop) throws IOException {
    this.site = site;
    this.workshop = workshop;
    this.shell = new Shell(workshop, site.pluginFolder());
  }

  @AfterEach
  void tidy() throws IOException {
    for (var plugin : new String[] {"agent-alterations", "hello-plugin"}) {
      try (var files = Files.newDirectoryStream(site.pluginFolder(), plugin + "-*")) {
        for (var file : files) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  @Test
  void the_tutorial_works_as_it_is_written() throws IOException, InterruptedException {
    for (var step : Tutorial.steps(Site.root().resolve("docs/tutorial-agent.md"))) {
      switch (step) {
        case Tutorial.Step.Run(var script) -> shell.run(script);
        case Tutorial.Step.Write(var file, var content) ->
            Files.writeString(shell.here().resolve(file), content);
        case Tutorial.Step.Add(var file, var content) -> {
          var whole = shell.here().resolve(file);
          Files.writeString(whole, Files.readString(whole) + content);
        }
        case Tutorial.Step.Chat(var lines) -> talk(lines);
      }
    }
  }

  @Test
  void a_copy_of_the_sample_plugin_builds_by_itself_and_serves()
      throws IOException, InterruptedException {
    if (Files.notExists(workshop.repository().resolve("dev/hotdesk"))) {
      shell.run("cd $HOTDESK; mvn -q -DskipTests -pl samples/archetypes/agent -am install");
    }
    Workshop.copied(
        workshop.source().resolve("samples/hello-plugin"), workshop.home().resolve("my-plugin"));

    shell.run("cd ~/my-plugin; mvn -q package; mvn -q package -Dhotdesk.drop=$PLUGINS");

    awaitTaken();
    try (var customer = CustomerClient.connect(site.web(), site.shopOrigin(), "en")) {
      assertThat(customer.ask("When do you open?", SOON))
          .hasValueSatisfying(it -> assertThat(it.text()).containsPattern("\\d"));
    }
  }

  /** Waits until the server has told of each jar in the folder as it is now; a reader waits too. */
  private void awaitTaken() {
    await()
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(
            () -> {
              try (var jars = Files.newDirectoryStream(site.pluginFolder(), MADE_HERE)) {
                for (var jar : jars) {
                  if (!isTaken(jar)) {
                    return false;
                  }
                }
              }
              return true;
            });
  }

  private static boolean isTaken(Path jar) throws IOException, NoSuchAlgorithmException {
    var note = Frame.parse(Files.readString(Path.of(jar + ".status.json")));
    var sha256 = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
    return note.text("sha256").equals(HexFormat.of().formatHex(sha256))
        && !note.text("state").equals("LOADING");
  }

  private void talk(List<Tutorial.Line> lines) {
    awaitTaken();
    try (var customer = CustomerClient.connect(site.web(), site.shopOrigin(), "en")) {
      for (var line : lines) {
        assertThat(customer.ask(line.customer(), SOON))
            .as(line.customer())
            .hasValueSatisfying(it -> assertThat(it.text()).contains(line.bot()));
      }
    }
  }
}
