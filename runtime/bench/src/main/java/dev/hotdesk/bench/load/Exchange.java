package dev.hotdesk.bench.load;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One request on a connection of its own, as a browser that comes for the first time sends it. */
final class Exchange implements Line.Ears {

  private final Line line;
  private final byte[] request;
  private final Ears ears;
  private final StringBuilder answer = new StringBuilder(512);
  private boolean over;

  /** Who hears the answer. */
  interface Ears {

    /** The status is 0 if there is no answer. */
    void answered(int status, int retryAfterSeconds, String body);
  }

  private Exchange(
      Loop loop, InetSocketAddress from, InetSocketAddress to, byte[] request, Ears ears) {
    this.request = request;
    this.ears = ears;
    this.line = Line.open(loop, from, to, this);
  }

  /** Asks. */
  static Exchange post(
      Loop loop,
      InetSocketAddress from,
      InetSocketAddress to,
      String path,
      String origin,
      String body,
      Ears ears) {
    var head =
        String.join(
                "\r\n",
                "POST %s HTTP/1.1",
                "Host: %s:%d",
                "Origin: %s",
                "Content-Type: text/plain;charset=UTF-8",
                "Content-Length: %d",
                "Connection: close",
                "",
                "%s")
            .formatted(path, to.getHostString(), to.getPort(), origin, body.length(), body);
    return new Exchange(loop, from, to, head.getBytes(StandardCharsets.ISO_8859_1), ears);
  }

  @Override
  public void connected() {
    line.send(ByteBuffer.wrap(request));
  }

  @Override
  public void received(ByteBuffer bytes) {
    answer.append(StandardCharsets.UTF_8.decode(bytes));
    int head = answer.indexOf("\r\n\r\n");
    if (head > 0) {
      var text = answer.toString();
      int length = header(text.substring(0, head), "content-length");
      if (length >= 0 && text.length() >= head + 4 + length) {
        end();
      }
    }
  }

  @Override
  public void ended(String why) {
    end();
  }

  /** Nobody is told of the answer. */
  void cut() {
    over = true;
    line.cut();
  }

  private void end() {
    if (over) {
      return;
    }
    over = true;
    line.close();
    var text = answer.toString();
    int head = text.indexOf("\r\n\r\n");
    if (head < 0 || !text.startsWith("HTTP/1.1 ")) {
      ears.answered(0, -1, "");
      return;
    }
    var top = text.substring(0, head);
    ears.answered(
        Integer.parseInt(top.substring(9, 12)),
        header(top, "retry-after"),
        text.substring(head + 4));
  }

  private static int header(String head, String name) {
    return head.lines()
        .filter(it -> it.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .mapToInt(it -> Integer.parseInt(it.substring(name.length() + 1).strip()))
        .findFirst()
        .orElse(-1);
  }
}
