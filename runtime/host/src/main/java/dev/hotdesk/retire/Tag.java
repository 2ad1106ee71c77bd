package dev.hotdesk.retire;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicLong;

/** Remembers a class loader without keeping it, and is found by its number in a heap dump. */
public final class Tag extends WeakReference<ClassLoader> {

  private static final AtomicLong LAST = new AtomicLong();

  private final long number = LAST.incrementAndGet();

  /** Remembers this one. */
  public Tag(ClassLoader loader) {
    super(loader);
  }

  long number() {
    return number;
  }
}
