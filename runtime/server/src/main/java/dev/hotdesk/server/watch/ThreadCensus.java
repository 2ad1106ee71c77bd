package dev.hotdesk.server.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Whose each thread is. What belongs to the house has its owner's name; what was begun in the
 * house's name without one is ownerless, and a leak until somebody says whose it is.
 *
 * @param groups the threads by owner
 * @param ownerless those that nobody owns
 */
public record ThreadCensus(List<Group> groups, List<Stray> ownerless) {

  private static final Pattern PLUGINS = Pattern.compile("plugin-(.+)-\\d+");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final int MOST_NAMES = 20;

  /** Names that are not the owner's own, with who they belong to; the first that fits counts. */
  private static final Map<String, String> KNOWN = new java.util.LinkedHashMap<>();

  static {
    own("plugin host", "plugin-work", "plugin-watch", "plugin-drop-watch", "plugin-control");
    own("plugin host", "plugin-heap", "plugin-clean", "shadow", "plugin-http");
    own("models", "inference-", "sleepers", "JNA Cleaner");
    own("customers", "cut");
    own("house", "farewell");
    own("database", "H2 ", "MVStore", "PostgreSQL-JDBC", "Generate Seed");
    own("redis", "lettuce-", "jedis-", "redisson-");
    own("server", "Default Executor-thread", "Scheduled Executor-thread", "Executor Service");
    own("server", "Inbound ", "Outbound ", "Shared TCPChannel", "kernel-", "Liberty-", "SCR ");
    own("server", "Start Level", "Framework ", "Active Thread", "Bundle File", "Classloader");
    own("server", "FileSystemWatch", "zip file reaper", "reaper logger", "main", "LogReader");
    own("java", "ForkJoinPool", "VirtualThread-", "Signal Dispatcher", "Service Thread");
    own("java", "Reference Handler", "Finalizer", "Common-Cleaner", "Notification Thread");
    own("java", "Attach Listener", "process reaper", "JFR ", "RMI ", "HttpClient-");
    own("java", "Monitor Deflation", "CompletableFutureDelay", "Cleaner-", "Java2D ");
  }

  private static void own(String owner, String... beginnings) {
    for (var beginning : beginnings) {
      KNOWN.put(beginning, owner);
    }
  }

  /**
   * The threads of one owner.
   *
   * @param names some of their names, numbers left out
   */
  public record Group(String owner, long platform, long virtual, List<String> names) {}

  /**
   * A thread of nobody.
   *
   * @param at the uppermost line of its stack
   */
  public record Stray(String name, boolean virtual, String state, String at) {}

  /**
   * Counts these threads.
   *
   * @param house the class loader of the house: what was begun with it, or one below, is the
   *     house's
   */
  public static ThreadCensus of(List<Thread> threads, ClassLoader house) {
    var byOwner = new TreeMap<String, List<Thread>>();
    var strays = new ArrayList<Stray>();
    for (var thread : threads) {
      if (thread.getState() == Thread.State.TERMINATED) {
        continue;
      }
      owner(thread, house)
          .ifPresentOrElse(
              owner -> byOwner.computeIfAbsent(owner, _ -> new ArrayList<>()).add(thread),
              () -> strays.add(stray(thread)));
    }
    var groups = new ArrayList<Group>();
    byOwner.forEach((owner, of) -> groups.add(group(owner, of)));
    return new ThreadCensus(List.copyOf(groups), List.copyOf(strays));
  }

  private static Group group(String owner, List<Thread> threads) {
    long virtual = threads.stream().filter(Thread::isVirtual).count();
    var names = new TreeSet<String>();
    threads.forEach(thread -> names.add(NUMBER.matcher(thread.getName()).replaceAll("#")));
    return new Group(
        owner, threads.size() - virtual, virtual, names.stream().limit(MOST_NAMES).toList());
  }

  private static Stray stray(Thread thread) {
    var stack = thread.getStackTrace();
    return new Stray(
        thread.getName(),
        thread.isVirtual(),
        thread.getState().name(),
        stack.length == 0 ? "" : stack[0].toString());
  }

  static Optional<String> owner(Thread thread, ClassLoader house) {
    var name = thread.getName();
    if (name.startsWith(Crews.PREFIX)) {
      return Optional.of(name.substring(Crews.PREFIX.length()));
    }
    for (var known : KNOWN.entrySet()) {
      if (name.startsWith(known.getKey())) {
        return Optional.of(known.getValue());
      }
    }
    var plugin = PLUGINS.matcher(name);
    if (plugin.matches()) {
      return Optional.of("plugin " + plugin.group(1));
    }
    return isOf(thread.getContextClassLoader(), house) ? Optional.empty() : Optional.of("server");
  }

  private static boolean isOf(
      @org.jspecify.annotations.Nullable ClassLoader loader, ClassLoader house) {
    for (var each = loader; each != null; each = each.getParent()) {
      if (each.equals(house)) {
        return true;
      }
    }
    return false;
  }
}
