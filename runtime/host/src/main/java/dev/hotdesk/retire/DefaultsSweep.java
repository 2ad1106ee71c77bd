package dev.hotdesk.retire;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Defaults of the whole process that are objects of the plugin. */
final class DefaultsSweep implements Sweep {

  @Override
  public String title() {
    return "taking back the process's defaults";
  }

  @Override
  @SuppressWarnings("NullAway") // All of these setters take null; the JDK says so in words only.
  public void over(Departed plugin, Findings findings) {
    var of = new One(plugin, findings);
    of.check(
        "default handler of uncaught exceptions",
        Thread.getDefaultUncaughtExceptionHandler(),
        _ -> Thread.setDefaultUncaughtExceptionHandler(null));
    of.check(
        "default authenticator", Authenticator.getDefault(), _ -> Authenticator.setDefault(null));
    of.check(
        "default cookie handler", CookieHandler.getDefault(), _ -> CookieHandler.setDefault(null));
    of.check(
        "default proxy selector", ProxySelector.getDefault(), _ -> ProxySelector.setDefault(null));
    of.check(
        "default response cache", ResponseCache.getDefault(), _ -> ResponseCache.setDefault(null));
    for (var thread : Threads.all()) {
      of.check(
          "handler of uncaught exceptions on thread " + thread.getName(),
          thread.getUncaughtExceptionHandler(),
          _ -> thread.setUncaughtExceptionHandler(null));
    }
  }

  private record One(Departed plugin, Findings findings) {

    void check(String what, @Nullable Object thing, Consumer<Object> remove) {
      if (thing != null && plugin.owns(thing)) {
        remove.accept(thing);
        findings.cleaned(Remnant.Kind.PROCESS_DEFAULT, what + " (" + Departed.typeOf(thing) + ")");
      }
    }
  }
}
