package dev.hotdesk.server.workspace;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A frame for many sockets, encoded when the first of them sends it. */
final class OnceEncoded {

  private final ReentrantLock lock = new ReentrantLock();
  private final Supplier<String> encoder;
  private @Nullable String frame;

  OnceEncoded(Supplier<String> encoder) {
    this.encoder = encoder;
  }

  String frame() {
    lock.lock();
    try {
      if (frame == null) {
        frame = encoder.get();
      }
      return frame;
    } finally {
      lock.unlock();
    }
  }
}
