package dev.hotdesk.understanding.intent;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that keeps what was asked for last. */
final class Recent<K, V> extends LinkedHashMap<K, V> {

  private final int most;

  Recent(int most) {
    super(16, 0.75f, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
