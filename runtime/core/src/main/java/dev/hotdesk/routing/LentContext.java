package dev.hotdesk.routing;

import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Erp;
import dev.hotdesk.api.Language;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;

/** What one agent is lent for one call. */
record LentContext(Erp erp, Language language, Map<String, String> texts) implements AgentContext {

  @Override
  public String text(String key, Object... arguments) {
    var pattern = texts.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException(
          "No text " + key + " in texts/" + language.code() + ".properties of the plugin");
    }
    var locale = language == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    return new MessageFormat(pattern, locale).format(arguments);
  }
}
