package dev.hotdesk.bench.load;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A WebSocket of the crowd (RFC 6455, the client's side). Used on its thread only. */
final class FrameLine implements Line.Ears {

  private static final byte[] NOTHING = {};
  private static final int CONTINUED = 0;
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;

  private final Line line;
  private final String request;
  private final Ears ears;
  private byte[] rest = NOTHING;
  private @Nullable StringBuilder fragments;
  private boolean open;
  private boolean ended;
  private int code = 1006;

  /** Who hears the frames. */
  interface Ears {

    void opened();

    void frame(String text);

    /** It is over: the code of the close frame, or 1006; the status if the handshake failed. */
    void ended(int code, String why);
  }

  /** Connects and shakes hands. */
  FrameLine(Loop loop, InetSocketAddress from, InetSocketAddress to, String request, Ears ears) {
    this.request = request;
    this.ears = ears;
    this.line = Line.open(loop, from, to, this);
  }

  @Override
  public void connected() {
    line.send(ByteBuffer.wrap(request.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Override
  public void received(ByteBuffer bytes) {
    var all = bytes;
    if (rest.length > 0) {
      all = ByteBuffer.allocate(rest.length + bytes.remaining()).put(rest).put(bytes).flip();
      rest = NOTHING;
    }
    if (!open && !handshake(all)) {
      keep(all);
      return;
    }
    while (!ended && takeFrame(all)) {}
    keep(all);
  }

  private void keep(ByteBuffer all) {
    if (all.hasRemaining() && !ended) {
      rest = new byte[all.remaining()];
      all.get(rest);
    }
  }

  private boolean handshake(ByteBuffer bytes) {
    for (int i = bytes.position(); i + 3 < bytes.limit(); i++) {
      if (bytes.get(i) == '\r' && bytes.get(i + 2) == '\r') {
        var head = new byte[i - bytes.position()];
        bytes.get(head);
        bytes.position(i + 4);
        var text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("HTTP/1.1 101")) {
          open = true;
          ears.opened();
        } else {
          end("refused: " + text.lines().findFirst().orElse(""));
        }
        return true;
      }
    }
    return false;
  }

  /** False if there is no whole frame yet. */
  private boolean takeFrame(ByteBuffer bytes) {
    int begin = bytes.position();
    if (bytes.remaining() < 2) {
      return false;
    }
    int first = bytes.get();
    long length = bytes.get() & 0x7f;
    int more = length == 126 ? 2 : length == 127 ? 8 : 0;
    if (bytes.remaining() < more) {
      bytes.position(begin);
      return false;
    }
    if (more > 0) {
      length = more == 2 ? bytes.getShort() & 0xffff : bytes.getLong();
    }
    if (bytes.remaining() < length) {
      bytes.position(begin);
      return false;
    }
    var body = new byte[(int) length];
    bytes.get(body);
    take(first & 0x0f, (first & 0x80) != 0, body);
    return true;
  }

  private void take(int kind, boolean last, byte[] body) {
    switch (kind) {
      case TEXT, CONTINUED -> {
        var text = new String(body, StandardCharsets.UTF_8);
        if (!last || fragments != null) {
          fragments = (fragments == null ? new StringBuilder() : fragments).append(text);
          text = fragments.toString();
        }
        if (last) {
          fragments = null;
          ears.frame(text);
        }
      }
      case CLOSE -> {
        if (body.length >= 2) {
          code = ((body[0] & 0xff) << 8) | (body[1] & 0xff);
        }
        var why =
            body.length > 2 ? new String(body, 2, body.length - 2, StandardCharsets.UTF_8) : "";
        end("closed: " + why);
      }
      case PING -> send(10, body);
      default -> {}
    }
  }

  /** Sends a text frame. */
  void send(String text) {
    send(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  private void send(int kind, byte[] body) {
    if (ended) {
      return;
    }
    var frame = ByteBuffer.allocate(body.length + 14).put((byte) (0x80 | kind));
    if (body.length < 126) {
      frame.put((byte) (0x80 | body.length));
    } else {
      frame.put((byte) (0x80 | 126)).putShort((short) body.length);
    }
    int mask = ThreadLocalRandom.current().nextInt();
    frame.putInt(mask);
    for (int i = 0; i < body.length; i++) {
      frame.put((byte) (body[i] ^ (mask >> ((3 - (i & 3)) * 8))));
    }
    line.send(frame.flip());
  }

  /** Sends bytes as they are: half a frame, for instance. */
  void sendRaw(byte[] bytes) {
    line.send(ByteBuffer.wrap(bytes));
  }

  /** Reads nothing more. */
  void deafen() {
    line.deafen();
  }

  private void end(String why) {
    if (!ended) {
      ended = true;
      line.close();
      ears.ended(code, why);
    }
  }

  @Override
  public void ended(String why) {
    end(why);
  }

  /** Hangs up without a word; nobody is told. */
  void cut() {
    ended = true;
    line.cut();
  }

  /** Says good-bye and hangs up; nobody is told. */
  void close() {
    send(CLOSE, new byte[] {3, (byte) 0xe8});
    ended = true;
    line.close();
  }
}
