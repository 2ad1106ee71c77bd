package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each shipped agent, in both languages, holds the conversations that are written down for it. */
@ExtendWith(OpenHouse.class)
class TalksIT {

  private static final int AT_ONCE = 16;

  private final Site site;

  TalksIT(Site site) {
    this.site = site;
  }

  @Test
  void all_conversations_go_as_they_are_written()
      throws IOException, InterruptedException, ExecutionException {
    var missed = new ArrayList<String>();
    try (var customers = Executors.newFixedThreadPool(AT_ONCE)) {
      var talks =
          scripts().stream().map(script -> customers.submit(() -> script.play(site))).toList();
      for (var talk : talks) {
        talk.get().ifPresent(missed::add);
      }
    }
    assertThat(String.join("\n\n", missed)).isEmpty();
  }

  private static List<TalkScript> scripts() throws IOException {
    var scripts = new ArrayList<TalkScript>();
    try (var files = Files.list(Site.root().resolve("samples/demo/src/test/resources/talks"))) {
      for (var file : files.sorted().toList()) {
        scripts.addAll(TalkScript.in(file));
      }
    }
    return scripts;
  }
}
