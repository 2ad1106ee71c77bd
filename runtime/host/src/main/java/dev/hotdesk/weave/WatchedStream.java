package dev.hotdesk.weave;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** What comes from a socket, which is closed if its reader is to be stopped while it waits. */
final class WatchedStream extends FilterInputStream {

  private final Socket socket;
  private final Waits waits;

  WatchedStream(InputStream in, Socket socket, Waits waits) {
    super(in);
    this.socket = socket;
    this.waits = waits;
  }

  @Override
  public int read() throws IOException {
    return waits.reading(socket, () -> in.read());
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return waits.reading(socket, () -> in.read(bytes, offset, length));
  }
}
