package dev.hotdesk.bench.line;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** One connection through a cable. */
final class Link {

  private static final int MOST_BYTES = 16 * 1024;

  private final Socket near;
  private final Socket far;
  private final Flow flow;
  private volatile boolean isToTear;

  Link(Socket near, Socket far, Flow flow) throws IOException {
    this.near = near;
    this.far = far;
    this.flow = flow;
    near.setTcpNoDelay(true);
    far.setTcpNoDelay(true);
  }

  /** Carries bytes both ways; returns when the connection has ended. */
  void carry() {
    var back = Thread.ofVirtual().name("cable").start(() -> pump(far, near));
    pump(near, far);
    try {
      back.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pump(Socket from, Socket to) {
    var bytes = new byte[MOST_BYTES];
    try {
      var in = from.getInputStream();
      var out = to.getOutputStream();
      for (int many = in.read(bytes); many >= 0; many = in.read(bytes)) {
        flow.await();
        if (isToTear && many > 1) {
          out.write(bytes, 0, ThreadLocalRandom.current().nextInt(1, many));
          out.flush();
          cut();
          return;
        }
        out.write(bytes, 0, many);
      }
      to.shutdownOutput();
      if (from.isOutputShutdown()) {
        close();
      }
    } catch (IOException e) {
      cut();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cut();
    }
  }

  private void close() throws IOException {
    near.close();
    far.close();
  }

  void cutInTheNextFrame() {
    isToTear = true;
  }

  void cut() {
    reset(near);
    reset(far);
  }

  /** Ends it as a dead machine does: without a goodbye. */
  static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // Ended already.
    }
  }
}
