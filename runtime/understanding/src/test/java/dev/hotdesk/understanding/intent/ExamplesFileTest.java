package dev.hotdesk.understanding.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import dev.hotdesk.routing.KnowledgeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExamplesFileTest {

  private static List<Example> read(String content) {
    return ExamplesFile.read(
        "agent-hours", "intents/en.txt", Language.EN, content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void reads_sentences_under_their_intents() {
    assertThat(read("\uFEFF# hours\n[shop.hours]\r\n when do you open \n\n[greeting]\nhi\n"))
        .containsExactly(
            new Example(new Intent("shop.hours"), Language.EN, "when do you open"),
            new Example(new Intent("greeting"), Language.EN, "hi"));
  }

  @ParameterizedTest
  @CsvSource({
    "'hello', 'intents/en.txt:1: a sentence before the first [intent]: hello'",
    "'[a]\nx\n[Shop Hours]', 'intents/en.txt:3: not an intent name: [Shop Hours]'",
    "'\n[a', 'intents/en.txt:2: a section header without its closing bracket: [a'",
    "'[a]\n# none', 'intents/en.txt holds no example sentences'",
  })
  void names_file_and_line_of_what_is_wrong(String content, String message) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOfSatisfying(
            KnowledgeException.class, e -> assertThat(e.plugin()).isEqualTo("agent-hours"))
        .hasMessage(message);
  }

  @Test
  void refuses_another_encoding() {
    var bytes = "[a]\n你好".getBytes(java.nio.charset.Charset.forName("GBK"));

    assertThatThrownBy(() -> ExamplesFile.read("p", "intents/zh.txt", Language.ZH, bytes))
        .hasMessage("intents/zh.txt is not written in UTF-8");
  }
}
