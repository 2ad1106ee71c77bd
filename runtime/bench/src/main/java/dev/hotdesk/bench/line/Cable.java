package dev.hotdesk.bench.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line of TCP to a port of this machine that can be cut, also in the middle of a frame, stalled
 * and slowed. Who wants to be cut off connects to it instead of to the port itself. Safe for many
 * threads.
 */
public final class Cable implements AutoCloseable {

  private final ServerSocket door;
  private final int target;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private final AtomicInteger cuts = new AtomicInteger();
  private final Flow flow = new Flow();
  private volatile boolean isDown;

  private Cable(ServerSocket door, int target) {
    this.door = door;
    this.target = target;
  }

  /** A line to this port, open at a port of its own. */
  public static Cable to(int target) throws IOException {
    var cable = new Cable(new ServerSocket(0, 1_024, InetAddress.getLoopbackAddress()), target);
    Thread.ofVirtual().name("cable").start(cable::accept);
    return cable;
  }

  /** Where to connect to. */
  public int port() {
    return door.getLocalPort();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var near = door.accept();
        if (isDown) {
          Link.reset(near);
        } else {
          Thread.ofVirtual().name("cable").start(() -> join(near));
        }
      } catch (IOException e) {
        // Closed, or the other side was quicker; the next one then.
      }
    }
  }

  private void join(Socket near) {
    try {
      var link = new Link(near, new Socket(InetAddress.getLoopbackAddress(), target), flow);
      links.add(link);
      link.carry();
      links.remove(link);
    } catch (IOException e) {
      Link.reset(near);
    }
  }

  /** Resets all connections; who comes back is let through. Gives how many there were. */
  public int cut() {
    var open = List.copyOf(links);
    open.forEach(Link::cut);
    cuts.addAndGet(open.size());
    return open.size();
  }

  /** The next bytes on each connection arrive in part only, and then it is reset. */
  public int cutMidFrame() {
    var open = List.copyOf(links);
    open.forEach(Link::cutInTheNextFrame);
    cuts.addAndGet(open.size());
    return open.size();
  }

  /** Cuts all and lets nobody through until {@link #mend}. */
  public void down() {
    isDown = true;
    cut();
  }

  /** The end of {@link #down}, {@link #stall} and {@link #slow}. */
  public void mend() {
    isDown = false;
    flow.go();
  }

  /** Connections stay, and nothing gets through until {@link #mend}, as when a router is lost. */
  public void stall() {
    flow.stop();
  }

  /** What goes through takes this much longer, give or take; the order stays. */
  public void slow(int millis) {
    flow.slow(millis);
  }

  /** How many connections were cut so far. */
  public int cuts() {
    return cuts.get();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    flow.go();
    cut();
  }
}
