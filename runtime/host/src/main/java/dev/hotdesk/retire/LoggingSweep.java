package dev.hotdesk.retire;

import java.util.Collections;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the plugin hung on the JDK's loggers. */
final class LoggingSweep implements Sweep {

  @Override
  public String title() {
    return "taking its handlers off the loggers";
  }

  @Override
  public void over(Departed plugin, Findings findings) {
    var manager = LogManager.getLogManager();
    for (var name : Collections.list(manager.getLoggerNames())) {
      var logger = manager.getLogger(name);
      if (logger != null) {
        over(logger, plugin, findings);
      }
    }
  }

  private static void over(Logger logger, Departed plugin, Findings findings) {
    var where = logger.getName().isEmpty() ? "the root logger" : "logger " + logger.getName();
    for (var handler : logger.getHandlers()) {
      if (plugin.owns(handler)) {
        logger.removeHandler(handler);
        tell(findings, "log handler", handler, where);
        handler.close();
      } else {
        over(handler, where, plugin, findings);
      }
    }
    var filter = logger.getFilter();
    if (filter != null && plugin.owns(filter)) {
      logger.setFilter(null);
      tell(findings, "log filter", filter, where);
    }
    var level = logger.getLevel();
    if (level != null && plugin.owns(level)) {
      logger.setLevel(null);
      tell(findings, "log level", level, where);
    }
  }

  private static void over(Handler handler, String where, Departed plugin, Findings findings) {
    var filter = handler.getFilter();
    if (filter != null && plugin.owns(filter)) {
      handler.setFilter(null);
      tell(findings, "log filter", filter, where);
    }
    var formatter = handler.getFormatter();
    if (formatter != null && plugin.owns(formatter)) {
      handler.setFormatter(new SimpleFormatter());
      tell(findings, "log formatter", formatter, where);
    }
    var errors = handler.getErrorManager();
    if (errors != null && plugin.owns(errors)) {
      handler.setErrorManager(new ErrorManager());
      tell(findings, "error manager", errors, where);
    }
  }

  private static void tell(Findings findings, String what, Object thing, String where) {
    findings.cleaned(
        Remnant.Kind.LOGGING, "%s %s on %s".formatted(what, Departed.typeOf(thing), where));
  }
}
