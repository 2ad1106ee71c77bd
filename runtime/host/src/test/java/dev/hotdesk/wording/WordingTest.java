package dev.hotdesk.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Language;
import dev.hotdesk.rollout.Verdict;
import dev.hotdesk.verify.JarVerifier;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordingTest {

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  /** As {@code String.format}, a concatenation and the catalogue write a place. */
  private static final Pattern HOLE = Pattern.compile("%[-,0-9.$]*[sdf]|\\x01|\\{\\w+}");

  /** What nobody but a programmer reads. */
  private static final Set<String> UNTOLD =
      Set.of(
          "A certificate that cannot be written: \u0001",
          "A language model did not close cleanly",
          "A plugin could not be closed; it stays in memory",
          "A plugin did not close cleanly",
          "Looking after the plugins failed",
          "No more hints from the drop folder",
          "Not the bounds of a pool: %d threads, queue of %d, %d spares (wanted at least 1, 1, 0)",
          "PF4J did not start the plugin",
          "The lease is closed; wanted one that is held",
          "The plugin folders cannot be used: \u0001",
          "The plugin host is closed; nothing is left to do",
          "The plugin host stumbled; it goes on with the next look",
          "The plugins did not all close",
          "The watch on the drop folder could not be closed",
          "What happened to plugins cannot be written down now",
          "What is wanted of the plugins cannot be saved now; it is tried again",
          "What serves cannot be written down now",
          "What was wanted of the plugins is not known, so the folder alone decides",
          "\u0001 could not be made a plugin",
          "\u0001: its plugin is unloaded",
          "what was wanted before is not known",
          "%s went from %s to %s");

  static Stream<String> codes() {
    return Wording.texts("en").stringPropertyNames().stream().sorted();
  }

  @Test
  void every_sentence_is_there_in_both_languages() {
    assertThat(Wording.texts("zh").stringPropertyNames())
        .isEqualTo(Wording.texts("en").stringPropertyNames());
  }

  @ParameterizedTest
  @MethodSource("codes")
  void both_languages_have_the_same_places(String code) {
    assertThat(places(Wording.texts("zh").getProperty(code)))
        .containsExactlyInAnyOrderElementsOf(places(Wording.texts("en").getProperty(code)));
  }

  /** Were one sentence taken for another, its code would be another. */
  @ParameterizedTest
  @MethodSource("codes")
  void every_sentence_is_known_again_with_what_stands_in_its_places(String code) {
    var template = Wording.texts("en").getProperty(code);
    var filled = PLACE.matcher(template).replaceAll(it -> sample(it.group(1)));

    var sentence = Wording.of(filled);

    assertThat(sentence.code()).isEqualTo(code);
    assertThat(sentence.arguments().keySet()).containsExactlyInAnyOrderElementsOf(places(template));
    assertThat(sentence.arguments())
        .allSatisfy((name, value) -> assertThat(value).isEqualTo(sample(name)));
    assertThat(sentence.chinese()).isNotEqualTo(filled).doesNotContain("{", "wanted");
  }

  /** Whoever writes a new sentence, or changes one, must give it a line in the catalogue. */
  @Test
  void every_sentence_of_the_host_is_in_the_catalogue() throws Exception {
    var known = codes().map(code -> Wording.texts("en").getProperty(code)).map(WordingTest::bare);
    var all = known.toList();
    var unknown =
        hosts()
            .flatMap(WordingTest::constants)
            .filter(WordingTest::isSentence)
            .filter(text -> all.stream().noneMatch(it -> it.contains(bare(text))))
            .filter(text -> !isTranslated(HOLE.matcher(text).replaceAll("X")))
            .toList();

    assertThat(unknown).isEmpty();
  }

  private static Stream<Path> hosts() throws IOException, URISyntaxException {
    var classes =
        Path.of(JarVerifier.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    var told =
        List.of(
            "verify/",
            "drop/",
            "generation/",
            "execution/",
            "rollout/" + Verdict.class.getSimpleName());
    try (var files = Files.walk(classes.resolve("dev/hotdesk"))) {
      return files
          .filter(it -> it.toString().endsWith(".class") && !it.toString().contains("/Permission"))
          .filter(it -> told.stream().anyMatch(name -> it.toString().contains("hotdesk/" + name)))
          .toList()
          .stream();
    }
  }

  private static Stream<String> constants(Path file) {
    try {
      var pool = ClassFile.of().parse(file).constantPool();
      return StreamSupport.stream(pool.spliterator(), false)
          .filter(StringEntry.class::isInstance)
          .map(it -> ((StringEntry) it).stringValue());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Some words in a row; not a line for the log. */
  private static boolean isSentence(String text) {
    return text.matches("(?s).*[a-z]+ [a-z]+ [a-z]+.*")
        && !text.contains("{}")
        && !UNTOLD.contains(text);
  }

  private static boolean isTranslated(String text) {
    var said = Wording.of(text);
    return !said.code().isEmpty() && !isSentence(said.chinese());
  }

  private static String bare(String text) {
    return HOLE.matcher(text.replace("%%", "%")).replaceAll("\u0000").strip();
  }

  private static List<String> places(String template) {
    return PLACE.matcher(template).results().map(it -> it.group(1)).toList();
  }

  private static String sample(String place) {
    return place.equals("known") ? "It is a zip file." : place.toUpperCase(Locale.ROOT);
  }

  @Test
  void a_sentence_within_a_sentence_is_told_in_the_same_language() {
    var told =
        Wording.of(
            "x.jar: shop.Hello.run uses the method java.lang.System.exit(int), which ends the whole"
                + " server; wanted a plugin that leaves the process alone: remove the call. And 2"
                + " more of the kind.");

    assertThat(told.code()).isEqualTo("code.found");
    assertThat(told.in(Language.ZH))
        .isEqualTo(
            "x.jar：shop.Hello.run 使用方法 java.lang.System.exit(int)，这会终止整个服务器；"
                + "插件不应干预进程：请移除此调用。还有 2 处同类问题。");
  }

  @Test
  void a_fault_keeps_what_the_plugin_said() {
    var told = Wording.of("Plugin hello 1.0.0, respond: IllegalStateException: 没有库存");

    assertThat(told)
        .isEqualTo(
            new Sentence(
                "fault",
                Map.of(
                    "plugin", "hello 1.0.0",
                    "what", "respond",
                    "fault", "IllegalStateException: 没有库存"),
                "Plugin hello 1.0.0, respond: IllegalStateException: 没有库存",
                "插件 hello 1.0.0，respond：IllegalStateException: 没有库存"));
    assertThat(Wording.of("Plugin hello 1.0.0, respond: no answer within 200 ms").chinese())
        .isEqualTo("插件 hello 1.0.0，respond：200 毫秒内没有应答");
  }

  @Test
  void what_is_in_no_catalogue_stays_as_it_is() {
    for (var text : List.of("", "shop.Odd: boom", "Hello. And more.", "x".repeat(20_000))) {
      assertThat(Wording.of(text)).isEqualTo(new Sentence("", Map.of(), text, text));
    }
  }
}
