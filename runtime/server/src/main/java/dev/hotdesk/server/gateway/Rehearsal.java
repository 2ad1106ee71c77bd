package dev.hotdesk.server.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Customers of straw, who come over the network before the real ones may: until some ten thousand
 * have shaken hands, a handshake takes five times as long as later. They say nothing that is
 * stored.
 */
public final class Rehearsal {

  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
  private static final String CHANNEL = "web";
  private static final int AT_ONCE = 8;
  private static final int TOKEN_EACH = 4;
  private static final int MOST_FAILURES = 50;
  private static final int SILENCE_MILLIS = 5_000;
  private static final byte[] GOOD_BYE = {(byte) 0x88, (byte) 0x80, 0, 0, 0, 0};
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private final VisitorTokens tokens;
  private final int port;
  private final int times;
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();

  /** So many handshakes at this port of this machine; none if it is 0. */
  public Rehearsal(VisitorTokens tokens, int port, int times) {
    this.tokens = tokens;
    this.port = port;
    this.times = times;
  }

  /** Blocks until it is done, or until it is clear that it comes to nothing; never throws. */
  public void run() {
    if (times == 0) {
      return;
    }
    long begun = System.nanoTime();
    try (var threads =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("hotdesk-rehearsal").factory())) {
      for (int i = 0; i < AT_ONCE; i++) {
        threads.execute(() -> come(begun + LONGEST.toNanos()));
      }
    }
    LOG.info(
        "{} of {} customers of straw were served in {} ms",
        Math.min(turn.get(), times) - failures.get(),
        times,
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
  }

  private void come(long until) {
    while (failures.get() < MOST_FAILURES && System.nanoTime() < until) {
      int mine = turn.getAndIncrement();
      if (mine >= times) {
        return;
      }
      try {
        if (mine % TOKEN_EACH == 0) {
          askForToken(mine);
        }
        visit();
      } catch (IOException e) {
        if (failures.incrementAndGet() == MOST_FAILURES) {
          LOG.warn("Nobody is served at port {}, so the rehearsal ends: {}", port, e.getMessage());
        }
      }
    }
  }

  private Socket connected() throws IOException {
    var socket = new Socket();
    // No traces: thousands of closed connections would keep their ports for a minute.
    socket.setSoLinger(true, 0);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(SILENCE_MILLIS);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), SILENCE_MILLIS);
    return socket;
  }

  /** From an address of its own that nobody has (RFC 5737), so that no limit is used up. */
  private void askForToken(int number) throws IOException {
    try (var socket = connected()) {
      send(
          socket,
          "POST /api/customer/token HTTP/1.1",
          "Host: 127.0.0.1:" + port,
          "Origin: http://127.0.0.1:" + port,
          "X-Forwarded-For: 192.0.2." + number % 250,
          "Content-Type: application/json",
          "Content-Length: 2",
          "Connection: close",
          "",
          "{}");
      await(socket.getInputStream(), "}");
    }
  }

  private void visit() throws IOException {
    var token = tokens.renew("", CHANNEL).token();
    try (var socket = connected()) {
      send(
          socket,
          "GET /ws/customer HTTP/1.1",
          "Host: 127.0.0.1:" + port,
          "Origin: http://127.0.0.1:" + port,
          "Upgrade: websocket",
          "Connection: Upgrade",
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
          "Sec-WebSocket-Version: 13",
          "",
          "");
      var in = socket.getInputStream();
      await(in, "\r\n\r\n");
      say(socket, "{\"type\":\"hello\",\"token\":\"" + token + "\",\"after\":0}");
      await(in, "\"welcome\"");
      say(socket, "{\"type\":\"typing\",\"on\":false}");
      say(socket, "{\"type\":\"ping\"}");
      await(in, "\"pong\"");
      socket.getOutputStream().write(GOOD_BYE);
      in.readAllBytes();
    }
  }

  private static void send(Socket socket, String... lines) throws IOException {
    socket
        .getOutputStream()
        .write(String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A text frame as clients send it, under a mask of zeros, which changes nothing. */
  private static void say(Socket socket, String text) throws IOException {
    var body = text.getBytes(StandardCharsets.UTF_8);
    int head = body.length < 126 ? 6 : 8;
    var frame = new byte[head + body.length];
    frame[0] = (byte) 0x81;
    if (head == 6) {
      frame[1] = (byte) (0x80 | body.length);
    } else {
      frame[1] = (byte) (0x80 | 126);
      frame[2] = (byte) (body.length >> 8);
      frame[3] = (byte) body.length;
    }
    System.arraycopy(body, 0, frame, head, body.length);
    socket.getOutputStream().write(frame);
  }

  private static void await(InputStream in, String wanted) throws IOException {
    var heard = new StringBuilder();
    var bytes = new byte[1024];
    while (heard.indexOf(wanted) < 0) {
      int count = in.read(bytes);
      if (count < 0) {
        throw new IOException("wanted " + wanted.strip() + ", heard " + heard);
      }
      heard.append(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
    }
  }
}
