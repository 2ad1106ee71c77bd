package dev.hotdesk.retire;

import java.util.List;

/**
 * Values of the plugin's classes on threads that go on without it.
 *
 * <p>The table of another thread must not be changed from outside. What can be done is to make the
 * one value empty: a single write that leaves the table as it is, and nobody but the plugin could
 * have made use of the value.
 */
final class ThreadLocalSweep implements Sweep {

  private static final List<Inside> MAPS =
      List.of(
          Inside.of("java.lang.Thread", "threadLocals"),
          Inside.of("java.lang.Thread", "inheritableThreadLocals"));
  private static final Inside TABLE = Inside.of("java.lang.ThreadLocal$ThreadLocalMap", "table");
  private static final Inside VALUE =
      Inside.of("java.lang.ThreadLocal$ThreadLocalMap$Entry", "value");

  @Override
  public String title() {
    return "emptying its thread locals";
  }

  @Override
  public void over(Departed plugin, Findings findings) {
    for (var thread : Threads.all()) {
      for (var map : MAPS) {
        if (TABLE.in(map.in(thread)) instanceof Object[] entries) {
          for (var entry : entries) {
            clean(plugin, thread, entry, findings);
          }
        }
      }
    }
  }

  private static void clean(
      Departed plugin,
      Thread thread,
      @org.jspecify.annotations.Nullable Object entry,
      Findings findings) {
    var value = VALUE.in(entry);
    if (entry != null && value != null && plugin.owns(value)) {
      var words =
          "thread local with %s on thread %s".formatted(Departed.typeOf(value), thread.getName());
      if (VALUE.put(entry, null)) {
        findings.cleaned(Remnant.Kind.THREAD_LOCAL, words);
      } else {
        findings.held(Remnant.Kind.THREAD_LOCAL, words);
      }
    }
  }
}
