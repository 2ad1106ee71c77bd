package dev.hotdesk.heap;

import java.util.Arrays;

/** Numbers by number, in little memory. Zero is no key. */
final class LongTable {

  /** What is not there. */
  static final long NONE = Long.MIN_VALUE;

  private long[] keys = new long[1 << 12];
  private long[] values = new long[1 << 12];
  private int size;

  void put(long key, long value) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int slot = slot(key);
    if (keys[slot] == 0) {
      size++;
      keys[slot] = key;
    }
    values[slot] = value;
  }

  long get(long key) {
    int slot = slot(key);
    return key == 0 || keys[slot] == 0 ? NONE : values[slot];
  }

  boolean has(long key) {
    return key != 0 && keys[slot(key)] != 0;
  }

  int size() {
    return size;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    var oldKeys = keys;
    var oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new long[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }

  /** All keys, in no order. */
  long[] keys() {
    return Arrays.stream(keys).filter(key -> key != 0).toArray();
  }
}
