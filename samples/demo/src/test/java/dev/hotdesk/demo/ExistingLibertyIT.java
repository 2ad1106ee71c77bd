package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.bench.client.AdminClient;
import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.client.Message;
import dev.hotdesk.bench.client.Web;
import dev.hotdesk.bench.site.Site;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An admin with a Liberty and a PostgreSQL of their own deploys Hotdesk, step by step as in
 * docs/administration.md.
 */
class ExistingLibertyIT {

  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String PASSWORD = "a sentence only we know";
  private static final String ORIGIN = "http://shop.example";

  @TempDir Path folder;

  @Test
  void hotdesk_serves_and_remembers_on_a_plain_liberty_with_postgresql() throws Exception {
    try (var postgres = EmbeddedPostgres.start()) {
      var web = new Web(URI.create("http://localhost:" + Site.freePort()));
      var server = configured(web, postgres);
      Message said;
      liberty("start", server);
      try {
        awaitReady(web);
        assertThat(AdminClient.login(web, "admin", PASSWORD).live("channel-web")).isPresent();
        try (var customer = CustomerClient.connect(web, ORIGIN, "en")) {
          assertThat(customer.ask("hello there", SOON)).isPresent();
          said = customer.messages().getFirst();
          liberty("stop", server);
          liberty("start", server);
          awaitReady(web);
          try (var back = CustomerClient.resume(web, ORIGIN, "en", customer.token())) {
            assertThat(back.await(() -> back.messages().contains(said), SOON)).isTrue();
          }
        }
      } finally {
        liberty("stop", server);
      }
    }
  }

  private Path configured(Web web, EmbeddedPostgres postgres) throws IOException {
    var server = Files.createDirectories(folder.resolve("usr/servers/yours"));
    var release = Site.root().resolve("liberty-config/target/hotdesk");
    for (var part : List.of("apps", "lib", "config")) {
      copy(release.resolve("usr/servers/hotdesk").resolve(part), server.resolve(part));
    }
    Files.copy(release.resolve("usr/servers/hotdesk/jvm.options"), server.resolve("jvm.options"));
    copy(release.resolve("plugins"), folder.resolve("plugins"));
    Files.writeString(
        server.resolve("server.xml"),
        """
        <server>
          <httpEndpoint id="defaultHttpEndpoint" host="localhost" httpPort="%d" httpsPort="-1"/>
          <include location="config/variables.xml"/>
          <include location="config/features.xml"/>
          <include location="config/security.xml"/>
          <include location="config/databases.xml"/>
          <include location="config/executors.xml"/>
          <include location="config/application.xml"/>
        </server>
        """
            .formatted(web.base().getPort()));
    Files.writeString(
        server.resolve("server.env"),
        """
        JAVA_HOME=%s
        HOTDESK_DATA=%s
        HOTDESK_PLUGINS=%s
        HOTDESK_DB_URL=%s
        HOTDESK_DB_USER=postgres
        HOTDESK_ORIGINS=%s
        HOTDESK_ADMIN_PASSWORD=%s
        """
            .formatted(
                System.getProperty("java.home"),
                folder.resolve("data"),
                folder.resolve("plugins"),
                postgres.getJdbcUrl("postgres", "postgres"),
                ORIGIN,
                PASSWORD));
    return server;
  }

  private void liberty(String verb, Path server) throws IOException, InterruptedException {
    var script = Site.root().resolve("runtime/server/target/liberty/wlp/bin/server");
    assertThat(script).as("the Liberty that mvn verify unpacks for runtime/server").exists();
    Command.run(
        server,
        START,
        List.of(
            "env",
            "WLP_USER_DIR=" + folder.resolve("usr"),
            "JAVA_HOME=" + System.getProperty("java.home"),
            script.toString(),
            verb,
            server.getFileName().toString()));
  }

  private static void awaitReady(Web web) {
    await()
        .atMost(START)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .until(() -> web.get("/health/ready", java.util.Map.of()).status() == 200);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
