package dev.hotdesk.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import dev.hotdesk.routing.Knowledge;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a plugin says and understands, compared between the languages. */
record Wording(Knowledge plugin) {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[^}]*}");

  /** The texts in a language, by key. */
  Map<String, String> texts(Language language) {
    var properties = new Properties();
    plugin
        .read(file("texts", language, "properties"))
        .ifPresent(content -> load(properties, new String(content, StandardCharsets.UTF_8)));
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, properties::getProperty, (a, _) -> a, TreeMap::new));
  }

  private static void load(Properties properties, String content) {
    try {
      properties.load(new StringReader(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails unless both languages have the same texts with the same places to fill. */
  void checkTexts() {
    var zh = texts(Language.ZH);
    var en = texts(Language.EN);
    assertEquals(
        zh.keySet(),
        en.keySet(),
        "texts/zh.properties and texts/en.properties must have the same keys");
    assertAll(zh.keySet().stream().map(key -> () -> checkPair(key, zh, en)));
  }

  private static void checkPair(String key, Map<String, String> zh, Map<String, String> en) {
    var inChinese = zh.getOrDefault(key, "");
    var inEnglish = en.getOrDefault(key, "");
    checkText(Language.ZH, key, inChinese);
    checkText(Language.EN, key, inEnglish);
    assertEquals(
        places(inChinese),
        places(inEnglish),
        key + " must have the same places to fill in both languages");
  }

  private static void checkText(Language language, String key, String text) {
    var where = file("texts", language, "properties") + ", " + key + ": ";
    assertFalse(text.isBlank(), where + "must not be empty");
    assertDoesNotThrow(() -> new MessageFormat(text), where + "must be a MessageFormat");
    var lonely = text.replace("''", "").contains("'") && PLACE.matcher(text).find();
    assertFalse(lonely, where + "has one apostrophe; MessageFormat shows it if written twice");
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(it -> it.group(1)).collect(Collectors.toSet());
  }

  /** Fails unless both languages have sentences for the same matters. */
  void checkMatters() {
    assertEquals(
        matters(Language.ZH),
        matters(Language.EN),
        "intents/zh.txt and intents/en.txt must have sentences for the same matters");
  }

  private Set<String> matters(Language language) {
    return Sentence.of(plugin, language).stream()
        .map(Sentence::intent)
        .map(Intent::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String file(String folder, Language language, String suffix) {
    return folder + "/" + language.code() + "." + suffix;
  }
}
