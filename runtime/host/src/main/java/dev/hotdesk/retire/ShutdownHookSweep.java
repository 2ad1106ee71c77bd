package dev.hotdesk.retire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Threads of the plugin that wait for the end of the process. */
final class ShutdownHookSweep implements Sweep {

  private static final String HOLDER = "java.lang.ApplicationShutdownHooks";
  private static final Inside HOOKS = Inside.of(HOLDER, "hooks");

  @Override
  public String title() {
    return "removing its shutdown hooks";
  }

  @Override
  public void over(Departed plugin, Findings findings) throws ClassNotFoundException {
    for (var hook : hooks()) {
      var target = Threads.target(hook);
      if (plugin.owns(hook) || plugin.owns(target)) {
        Runtime.getRuntime().removeShutdownHook(hook);
        findings.cleaned(
            Remnant.Kind.SHUTDOWN_HOOK,
            "shutdown hook %s (%s)"
                .formatted(
                    hook.getName(),
                    Departed.typeOf(target != null && plugin.owns(target) ? target : hook)));
      } else if (plugin.isContextOf(hook)) {
        hook.setContextClassLoader(ShutdownHookSweep.class.getClassLoader());
        findings.cleaned(
            Remnant.Kind.CONTEXT, "shutdown hook " + hook.getName() + " had it as its context");
      }
    }
  }

  private static List<Thread> hooks() throws ClassNotFoundException {
    var lock = Class.forName(HOLDER);
    synchronized (lock) { // as its own methods do
      var hooks = new ArrayList<Thread>();
      if (HOOKS.in(null) instanceof Map<?, ?> map) {
        for (var hook : map.keySet()) {
          if (hook instanceof Thread thread) {
            hooks.add(thread);
          }
        }
      }
      return hooks;
    }
  }
}
