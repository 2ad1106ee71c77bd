package dev.hotdesk.retire;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One thing that a plugin left behind.
 *
 * @param kind what sort of thing it is
 * @param what the thing in words, such as {@code JDBC driver shop.example.Driver}
 */
public record Remnant(Kind kind, String what) {

  /** The sorts of things that keep a plugin in memory. */
  public enum Kind {
    /** Registered with the runtime, which closes it as was agreed: no fault of the plugin. */
    ENTRUSTED,
    /** A thread that the plugin began. */
    THREAD,
    /** A thread of the runtime that sees the plugin's classes as its context. */
    CONTEXT,
    /** A timer of the JDK with a task of the plugin. */
    TIMER,
    /** An executor of the JDK with work of the plugin. */
    EXECUTOR,
    /** A value that the plugin left on somebody else's thread. */
    THREAD_LOCAL,
    /** Work for the end of the server. */
    SHUTDOWN_HOOK,
    /** A driver in {@link java.sql.DriverManager}. */
    JDBC_DRIVER,
    /** A bean in the platform's MBean server. */
    MBEAN,
    /** A handler, filter or level on a logger. */
    LOGGING,
    /** A provider of algorithms. */
    SECURITY_PROVIDER,
    /** An object among the system properties. */
    SYSTEM_PROPERTY,
    /** A default of the whole process, such as its cookie handler. */
    PROCESS_DEFAULT,
    /** Whatever else refers to the plugin, found by a look at the heap. */
    REFERENCE,
    /** It is still in memory, and nobody could say why. */
    UNKNOWN;

    /** As metrics and reports write it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Several in one sentence. */
  public static String words(List<Remnant> remnants) {
    return remnants.stream().map(Remnant::what).distinct().collect(Collectors.joining("; "));
  }
}
