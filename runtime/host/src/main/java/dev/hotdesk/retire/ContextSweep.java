package dev.hotdesk.retire;

/**
 * Threads that are not the plugin's but began while it was called, and so see its classes. Such a
 * thread may serve the runtime: it is not stopped, it gets the runtime's classes to see.
 */
final class ContextSweep implements Sweep {

  @Override
  public String title() {
    return "changing the context of threads";
  }

  @Override
  public void over(Departed plugin, Findings findings) {
    for (var thread : Threads.all()) {
      boolean isForeign =
          !thread.getName().startsWith(plugin.threadPrefix())
              && !plugin.owns(thread)
              && !plugin.owns(Threads.target(thread));
      if (isForeign && thread.isAlive() && plugin.isContextOf(thread)) {
        thread.setContextClassLoader(ContextSweep.class.getClassLoader());
        findings.cleaned(
            Remnant.Kind.CONTEXT,
            Threads.words(plugin, thread) + " began in a call of it, and goes on");
      }
    }
  }
}
