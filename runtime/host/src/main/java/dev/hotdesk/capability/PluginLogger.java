package dev.hotdesk.capability;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a plugin's lines to the server's log and among its latest lines, each marked with the
 * version and the generation. What a plugin hands in is turned into text at once, on its own
 * thread, so that no object of the plugin stays behind in a log.
 */
final class PluginLogger implements System.Logger {

  private static final int LONGEST = 8_000;
  private static final Pattern BREAK = Pattern.compile("\\R");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

  private final Fence fence;
  private final Mask mask;
  private final PluginLogs logs;
  private final Logger log;

  PluginLogger(Fence fence, Mask mask, PluginLogs logs) {
    this.fence = fence;
    this.mask = mask;
    this.logs = logs;
    this.log = LoggerFactory.getLogger("dev.hotdesk.plugin." + fence.plugin());
  }

  @Override
  public String getName() {
    return log.getName();
  }

  @Override
  public boolean isLoggable(Level level) {
    fence.check();
    return level != Level.OFF && (level == Level.ALL || log.isEnabledForLevel(of(level)));
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String message,
      @Nullable Throwable thrown) {
    if (isLoggable(level)) {
      var text = translated(bundle, message);
      write(level, thrown == null ? text : text + "\n" + trace(thrown));
    }
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String format,
      @Nullable Object @Nullable ... params) {
    if (isLoggable(level)) {
      write(level, filled(translated(bundle, format), params));
    }
  }

  private void write(Level level, String raw) {
    var plain =
        CONTROL.matcher(BREAK.matcher(mask.apply(raw)).replaceAll("\n    ")).replaceAll("?");
    var text = plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    log.atLevel(of(level))
        .log("[{} {} #{}] {}", fence.plugin(), fence.version(), fence.generation(), text);
    logs.add(fence.plugin(), fence.version(), fence.generation(), level, text);
  }

  private static String translated(@Nullable ResourceBundle bundle, @Nullable String message) {
    var text = String.valueOf(message);
    return bundle != null && bundle.containsKey(text) ? bundle.getString(text) : text;
  }

  private static String filled(String format, @Nullable Object @Nullable [] params) {
    if (params == null || params.length == 0) {
      return format;
    }
    try {
      return new MessageFormat(format, Locale.ROOT).format(params);
    } catch (IllegalArgumentException e) {
      return format; // no pattern: better the raw words than none
    }
  }

  private static String trace(Throwable thrown) {
    var text = new StringWriter();
    try (var writer = new PrintWriter(text)) {
      thrown.printStackTrace(writer);
    }
    return text.toString();
  }

  private static org.slf4j.event.Level of(Level level) {
    return switch (level) {
      case ALL, TRACE, OFF -> org.slf4j.event.Level.TRACE;
      case DEBUG -> org.slf4j.event.Level.DEBUG;
      case INFO -> org.slf4j.event.Level.INFO;
      case WARNING -> org.slf4j.event.Level.WARN;
      case ERROR -> org.slf4j.event.Level.ERROR;
    };
  }
}
