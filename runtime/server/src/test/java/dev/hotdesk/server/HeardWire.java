package dev.hotdesk.server;

import static org.awaitility.Awaitility.await;

import dev.hotdesk.server.stream.Wire;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A browser for tests: keeps what it heard, and may stop reading. */
public final class HeardWire implements Wire {

  private final CopyOnWriteArrayList<String> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger closed = new AtomicInteger();
  private final Semaphore reads = new Semaphore(Integer.MAX_VALUE);

  @Override
  public void send(String frame) throws IOException {
    if (closed.get() != 0) {
      throw new IOException("closed");
    }
    reads.acquireUninterruptibly();
    heard.add(frame);
  }

  @Override
  public void close(int code, String reason) {
    closed.compareAndSet(0, code);
  }

  /** Reads no more. */
  public void stopReading() {
    reads.drainPermits();
  }

  public List<String> heard() {
    return List.copyOf(heard);
  }

  /** The close code, or 0. */
  public int closed() {
    return closed.get();
  }

  /** Waits for a frame with this in it. */
  public String hears(String part) {
    await().until(() -> heard.stream().anyMatch(frame -> frame.contains(part)));
    return heard.stream().filter(frame -> frame.contains(part)).findFirst().orElseThrow();
  }
}
