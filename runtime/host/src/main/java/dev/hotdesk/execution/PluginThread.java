package dev.hotdesk.execution;

/** A thread on which the runtime calls a plugin. */
public final class PluginThread extends Thread {

  /** Unwinding a deep stack takes time; more than this no plugin needs. */
  private static final long STACK_BYTES = 1 << 20;

  PluginThread(PluginThreads group, Runnable work, String name) {
    super(group, work, name, STACK_BYTES, false);
    setDaemon(true);
  }

  /** How the names of the threads begin on which this version of a plugin is called. */
  public static String prefix(String plugin, String version) {
    return "plugin-" + plugin + "-" + version + "-";
  }
}
