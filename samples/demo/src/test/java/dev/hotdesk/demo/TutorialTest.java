package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That what is run is all that is written. */
class TutorialTest {

  @Test
  void no_block_of_the_tutorial_is_overlooked() throws IOException {
    var page = Site.root().resolve("docs/tutorial-agent.md");
    var fences = Files.readAllLines(page).stream().filter(it -> it.startsWith("```")).toList();
    var console = fences.stream().filter("```console"::equals).count();

    assertThat(fences).hasSizeGreaterThan(20);
    assertThat(Tutorial.steps(page)).hasSize((int) (fences.size() / 2 - console));
  }

  @Test
  void reads_what_is_to_be_done() throws IOException {
    var page = Files.createTempFile("tutorial", ".md");
    try {
      Files.writeString(
          page,
          """
          # A page

          Do this:

          ```sh
          cd ~
          ```

          Write `a/b.txt`:

          ```text
          one
          ```

          Then see:

          ```console
          look
          ```

          ```chat
          customer: hello: you
          bot: Hi
          ```
          """);

      assertThat(Tutorial.steps(page))
          .containsExactly(
              new Tutorial.Step.Run("cd ~\n"),
              new Tutorial.Step.Write("a/b.txt", "one\n"),
              new Tutorial.Step.Chat(List.of(new Tutorial.Line("hello: you", "Hi"))));
    } finally {
      Files.delete(page);
    }
  }
}
