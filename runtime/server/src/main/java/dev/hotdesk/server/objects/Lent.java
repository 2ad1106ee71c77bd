package dev.hotdesk.server.objects;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * An object's bytes on their way: a store that stops in the middle holds up its reader for a while
 * only, since the stream is closed over them.
 */
final class Lent extends FilterInputStream {

  private static final int MINUTES = 10;

  private final CompletableFuture<Boolean> closed = new CompletableFuture<>();

  private Lent(InputStream bytes) {
    super(bytes);
  }

  static Lent within(InputStream bytes) {
    var lent = new Lent(bytes);
    lent.closed.completeOnTimeout(false, MINUTES, TimeUnit.MINUTES).thenAccept(lent::end);
    return lent;
  }

  private void end(boolean byReader) {
    if (!byReader) {
      try {
        in.close();
      } catch (IOException _) {
        // Its reader is told.
      }
    }
  }

  @Override
  public void close() throws IOException {
    closed.complete(true);
    super.close();
  }
}
