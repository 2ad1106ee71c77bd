package dev.hotdesk.capability;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells how a plugin's calls of other systems went, for not too many hosts. */
final class OutboundFigures {

  private static final int MOST_HOSTS = 20;
  private static final String OTHERS = "others";

  private final String plugin;
  private final OwnFigures figures;
  private final Set<String> hosts = ConcurrentHashMap.newKeySet();

  OutboundFigures(String plugin, OwnFigures figures) {
    this.plugin = plugin;
    this.figures = figures;
  }

  void answered(String host, int status, long began) {
    tell(known(host), status / 100 + "xx", began);
  }

  void failed(String host, boolean isLate, long began) {
    tell(known(host), isLate ? "timeout" : "failed", began);
  }

  /** A plugin makes up the hosts that it may not call: they are not told one by one. */
  void refused(long began) {
    tell(OTHERS, "refused", began);
  }

  private String known(String host) {
    boolean isKnown = hosts.contains(host) || (hosts.size() < MOST_HOSTS && hosts.add(host));
    return isKnown ? host : OTHERS;
  }

  private void tell(String host, String outcome, long began) {
    figures.outbound(plugin, host, outcome, Duration.ofNanos(System.nanoTime() - began));
  }
}
