package dev.hotdesk.demo;

import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.client.Socket;
import dev.hotdesk.bench.client.Staff;
import dev.hotdesk.bench.client.Token;
import dev.hotdesk.bench.site.Site;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** A bare socket, for saying what no client says. */
final class Line implements AutoCloseable {

  private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private final Socket socket;

  private Line(Site site, String path, Map<String, String> headers) {
    socket = Socket.open(site.web().socket(path), headers, frames::add);
  }

  /** From a page of any origin. */
  static Line from(Site site, String origin) {
    return new Line(site, "/ws/customer", Map.of("Origin", origin));
  }

  /** An operator's, whose desk has been shown. */
  static Line atDesk(Site site, Staff staff) {
    var line =
        new Line(
            site, "/ws/operator", Map.of("Cookie", staff.cookie(), "Origin", site.web().origin()));
    line.next("desk", Duration.ofSeconds(60));
    return line;
  }

  /** Nothing said yet. */
  static Line bare(Site site) {
    return from(site, site.shopOrigin());
  }

  /** A new conversation, welcomed. */
  static Line opened(Site site) {
    var line = bare(site);
    var token = Token.fetch(site.web(), site.shopOrigin(), "").token();
    line.send(Frame.of("hello", "token", token, "after", 0));
    line.next("welcome", Duration.ofSeconds(60));
    return line;
  }

  void send(Frame frame) {
    send(frame.toString());
  }

  void send(String text) {
    socket.send(text);
  }

  /** The next frame of this type; what comes before is forgotten. */
  Frame next(String type, Duration patience) {
    return next(it -> it.type().equals(type), patience);
  }

  /** The next frame like this; what comes before is forgotten. */
  Frame next(Predicate<Frame> like, Duration patience) {
    try {
      while (true) {
        var frame = frames.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (frame == null) {
          throw new AssertionError("Nothing like that came in " + patience);
        }
        if (like.test(frame)) {
          return frame;
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether an error with this code has come and was not taken yet. */
  boolean isRefused(String code) {
    return frames.stream().anyMatch(it -> it.text("code").equals(code));
  }

  /** The end of the socket. */
  Socket.Closing closing(Duration patience) {
    try {
      return socket.closing().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("Not closed in " + patience, e);
    }
  }

  /** The code of the next error, or of the socket's end, whichever comes first. */
  String refusal(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (System.nanoTime() < end) {
        var frame = frames.poll(20, TimeUnit.MILLISECONDS);
        if (frame != null && frame.type().equals("error")) {
          return frame.text("code");
        }
        if (socket.closing().isDone()) {
          return String.valueOf(socket.closing().resultNow().code());
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    throw new AssertionError("Not refused in " + patience);
  }

  /** As a JSON string of plain ASCII. */
  static String escaped(String text) {
    var json = new StringBuilder("\"");
    text.chars().forEach(c -> json.append("\\u%04x".formatted(c)));
    return json.append('"').toString();
  }

  @Override
  public void close() {
    socket.close();
  }
}
