package dev.hotdesk.storefront;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A piece of a page with holes to fill: {@code {name}} for a value, {@code {#key}} for the shop's
 * words. Whatever is not {@link Html} is escaped.
 */
final class Template {

  private static final Pattern HOLE = Pattern.compile("\\{(#?)([a-z_]+)}");
  private static final Map<String, String> SOURCES = new ConcurrentHashMap<>();

  private final String name;
  private final Words words;
  private final Map<String, Object> values = new HashMap<>();

  Template(String name, Words words) {
    this.name = name;
    this.words = words;
  }

  /** Says what goes into a hole. */
  Template with(String hole, Object value) {
    values.put(hole, value);
    return this;
  }

  /** The piece, with all its holes filled. */
  Html html() {
    var source = SOURCES.computeIfAbsent(name, Template::read);
    var page = new StringBuilder();
    var holes = HOLE.matcher(source);
    while (holes.find()) {
      var value = holes.group(1).isEmpty() ? value(holes.group(2)) : words.say(holes.group(2));
      holes.appendReplacement(page, "");
      page.append(Html.escaped(value));
    }
    holes.appendTail(page);
    return new Html(page.toString());
  }

  private Object value(String hole) {
    return Objects.requireNonNull(
        values.get(hole), () -> "Nothing was said for {%s} of %s.html".formatted(hole, name));
  }

  private static String read(String name) {
    var path = "/pages/" + name + ".html";
    try (var file = Objects.requireNonNull(Template.class.getResourceAsStream(path), path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }
}
