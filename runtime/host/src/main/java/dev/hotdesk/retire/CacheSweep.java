package dev.hotdesk.retire;

import java.util.ResourceBundle;

/** Caches of the JDK that fill by themselves; no fault of the plugin, so nothing is reported. */
final class CacheSweep implements Sweep {

  @Override
  public String title() {
    return "emptying the JDK's caches";
  }

  @Override
  public void over(Departed plugin, Findings findings) {
    ResourceBundle.clearCache(plugin.loader());
  }
}
