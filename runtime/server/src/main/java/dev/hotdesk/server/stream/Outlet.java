package dev.hotdesk.server.stream;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes out to one browser: short answers from a queue, what else there is to tell, and a last
 * word. One thread at a time writes. Who does not read is cut off, to come back.
 */
public abstract class Outlet {

  private static final Logger LOG = LoggerFactory.getLogger(Outlet.class);

  private final Wire wire;
  private final Vitals vitals;
  private final Pump pump;
  private final ArrayBlockingQueue<String> waiting;
  private volatile @Nullable Ending ending;
  private volatile boolean stopped;

  /** Holds so many short answers at the most. */
  @SuppressWarnings("this-escape") // nobody wakes the pump before there is something to say
  protected Outlet(Wire wire, Vitals vitals, Executor executor, int mostWaiting) {
    this.wire = wire;
    this.vitals = vitals;
    this.waiting = new ArrayBlockingQueue<>(mostWaiting);
    this.pump = new Pump(executor, this::run);
  }

  private record Ending(String frame, int code, String reason) {}

  /** Writes what there is to tell, the short answers among it. Called by one thread at a time. */
  protected abstract void write() throws IOException;

  /** Writing failed, but not for the socket's sake. */
  protected abstract void failed(RuntimeException fault);

  /** Puts a frame in the queue. */
  public final void say(String frame) {
    if (waiting.offer(frame)) {
      pump.wake();
    } else {
      cut(1013, "too slow; resume");
    }
  }

  /** There may be something to tell. */
  public final void wake() {
    pump.wake();
  }

  /** Says a last thing and closes. */
  public final void end(String frame, int code, String reason) {
    ending = new Ending(frame, code, reason);
    pump.wake();
  }

  /** The same, on this thread if it can be. */
  public final void endHere(String frame, int code, String reason) {
    ending = new Ending(frame, code, reason);
    pump.runHere();
  }

  /** Closes without a word: the other side would not hear it. */
  public final void cut(int code, String reason) {
    stopped = true;
    // Closing may wait for a write that is stuck.
    Thread.ofVirtual().name("cut").start(() -> wire.close(code, reason));
  }

  /** The socket is closed. */
  public void stop() {
    stopped = true;
    waiting.clear();
  }

  /** Whether the socket is open. */
  public final boolean isOpen() {
    return wire.isOpen();
  }

  /** Whether nothing may be written any more. */
  protected final boolean isStopped() {
    return stopped;
  }

  /** Whether only the last word is still to be said. */
  protected final boolean isEnding() {
    return ending != null;
  }

  /** Returns whether there were any. */
  protected final boolean writeWaiting() throws IOException {
    var wrote = false;
    for (var frame = waiting.poll(); frame != null; frame = waiting.poll()) {
      send(frame);
      wrote = true;
    }
    return wrote;
  }

  /** Blocks while the other side does not read. */
  protected final void send(String frame) throws IOException {
    vitals.writes(System.nanoTime());
    try {
      wire.send(frame);
    } finally {
      vitals.wrote();
    }
  }

  private void run() {
    try {
      write();
      var last = ending;
      if (last != null && !stopped) {
        stopped = true;
        send(last.frame());
        wire.close(last.code(), last.reason());
      }
    } catch (IOException | IllegalStateException e) {
      LOG.debug("A socket broke: {}", e.toString());
      cut(1001, "broken");
    } catch (RuntimeException e) {
      failed(e);
    }
  }
}
