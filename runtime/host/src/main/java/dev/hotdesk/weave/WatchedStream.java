package dev.hotdesk.weave;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** What comes from a socket, which is closed if its reader is to be stopped while it waits. */
final class WatchedStream extends FilterInputStream {

  private final Socket socket;
  private final StopOrder order;

  WatchedStream(InputStream in, Socket socket, StopOrder order) {
    super(in);
    this.socket = socket;
    this.order = order;
  }

  @Override
  public int read() throws IOException {
    order.waitingFor(socket);
    try {
      order.check();
      return in.read();
    } finally {
      order.waitingNoMore();
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    order.waitingFor(socket);
    try {
      order.check();
      return in.read(bytes, offset, length);
    } finally {
      order.waitingNoMore();
    }
  }
}
