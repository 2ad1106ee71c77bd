package dev.hotdesk.verify;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Another plugin that must be active for this one to be of use. They share no classes; they talk
 * through the runtime.
 *
 * @param plugin the id of the other
 * @param range which versions of it will do; {@code *} is any
 * @param optional whether it may be absent; if it is there, its version must still be in the range
 */
public record Dependency(String plugin, String range, boolean optional) {

  static final String ATTRIBUTE = "Plugin-Dependencies";

  private static final Pattern FORM =
      Pattern.compile("(?<id>[A-Za-z0-9][A-Za-z0-9._-]{0,63})(?<optional>\\?)?(@(?<range>.+))?");

  /**
   * Reads PF4J's list, such as {@code agent-orders@>=1.0.0 & <2.0.0, other?}.
   *
   * @throws IllegalArgumentException that names what is wrong and what was wanted
   */
  public static List<Dependency> parse(String text) {
    return text.isBlank()
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(word -> one(word.strip())).toList();
  }

  private static Dependency one(String text) {
    var form = FORM.matcher(text);
    if (form.matches()) {
      var range = form.group("range") == null ? "*" : form.group("range").strip();
      if (Versions.isRange(range)) {
        return new Dependency(form.group("id"), range, form.group("optional") != null);
      }
    }
    throw new IllegalArgumentException(
        "the dependency %s; wanted one such as agent-orders@>=1.0.0 & <2.0.0, or other?@2.1.0"
            .formatted(text.isEmpty() ? "with nothing in it" : text));
  }

  /** Whether a version of the other plugin will do. */
  public boolean accepts(String version) {
    return Versions.isIn(version, range);
  }

  /** As the manifest writes it. */
  @Override
  public String toString() {
    return plugin + (optional ? "?" : "") + (range.equals("*") ? "" : "@" + range);
  }
}
