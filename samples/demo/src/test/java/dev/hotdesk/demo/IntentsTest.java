package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That every matter of docs/intents.md has the owner that it says, in both languages. */
class IntentsTest {

  private static final int LEAVES = 39;
  private static final int FEWEST_SENTENCES = 10;
  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([a-z_.]+) \\| (agent-[a-z]+) \\|");
  private static final Pattern SECTION = Pattern.compile("\\[([a-z_.]+)]");

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void every_matter_has_an_owner_with_sentences(String language) throws IOException {
    var table = table();

    assertThat(table).hasSize(LEAVES);
    assertThat(owners(language)).containsExactlyInAnyOrderEntriesOf(table);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void every_owner_has_a_conversation_written_down(String language) throws IOException {
    var talks = Site.root().resolve("samples/demo/src/test/resources/talks");

    assertThat(table().values())
        .allSatisfy(it -> assertThat(talks.resolve(it + "." + language + ".txt")).exists());
  }

  @Test
  void every_owner_is_shipped() throws IOException {
    var assembly = Files.readString(Site.root().resolve("liberty-config/pom.xml"));

    assertThat(table().values())
        .allSatisfy(it -> assertThat(assembly).contains("${dev.hotdesk:" + it + ":jar}"));
  }

  private static Map<String, String> table() throws IOException {
    var owners = new LinkedHashMap<String, String>();
    var page = Files.readString(Site.root().resolve("docs/intents.md"));
    ROW.matcher(page)
        .results()
        .forEach(
            row ->
                assertThat(owners.put(row.group(1), row.group(2)))
                    .as("a second owner of %s", row.group(1))
                    .isNull());
    return owners;
  }

  /** Who brings enough sentences for each matter. */
  private static Map<String, String> owners(String language) throws IOException {
    var owners = new TreeMap<String, String>();
    try (var plugins = Files.newDirectoryStream(Site.root().resolve("plugins"), "agent-*")) {
      for (var plugin : plugins) {
        var file = plugin.resolve("src/main/resources/intents/" + language + ".txt");
        if (Files.exists(file)) {
          sentences(file)
              .forEach(
                  (intent, count) -> {
                    assertThat(entry(intent, count))
                        .matches(it -> it.getValue() >= FEWEST_SENTENCES);
                    owners.put(intent, plugin.getFileName().toString());
                  });
        }
      }
    }
    return owners;
  }

  private static Map<String, Integer> sentences(Path file) throws IOException {
    var counts = new TreeMap<String, Integer>();
    var intent = "";
    for (var line : Files.readAllLines(file)) {
      var section = SECTION.matcher(line.strip());
      if (section.matches()) {
        intent = section.group(1);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        counts.merge(intent, 1, Integer::sum);
      }
    }
    return counts;
  }
}
