package dev.hotdesk.bench.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A WebSocket without manners: it sends whatever bytes it is given, and reads only when told. Used
 * by one thread.
 */
public final class RawSocket implements AutoCloseable {

  private static final int TEXT = 0x81;
  private static final int MILLIS = 10_000;

  private final Socket socket;

  private RawSocket(Socket socket) {
    this.socket = socket;
  }

  /**
   * Shakes hands.
   *
   * @param header one more line of the request
   * @throws IOException if it is refused
   */
  public static RawSocket open(URI address, String header) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), MILLIS);
    socket.setSoTimeout(MILLIS);
    var raw = new RawSocket(socket);
    var key = new byte[16];
    ThreadLocalRandom.current().nextBytes(key);
    var request =
        List.of(
            "GET " + address.getPath() + " HTTP/1.1",
            "Host: " + address.getAuthority(),
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: " + Base64.getEncoder().encodeToString(key),
            header,
            "",
            "");
    raw.send(String.join("\r\n", request).getBytes(StandardCharsets.ISO_8859_1));
    var answer = raw.readHead();
    if (!answer.startsWith("HTTP/1.1 101")) {
      socket.close();
      throw new IOException("No socket: " + answer.lines().findFirst().orElse(""));
    }
    return raw;
  }

  private String readHead() throws IOException {
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new IOException("Ended during the handshake");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /** Sends these bytes as they are. */
  public void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Sends a frame of text, as a client must: masked. */
  public void say(String text) throws IOException {
    send(frame(TEXT, text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A masked frame whose first byte is this. */
  public static byte[] frame(int first, byte[] payload) {
    var mask = new byte[4];
    ThreadLocalRandom.current().nextBytes(mask);
    var bytes = ByteBuffer.allocate(14 + payload.length).put((byte) first);
    if (payload.length < 126) {
      bytes.put((byte) (0x80 | payload.length));
    } else if (payload.length < 65_536) {
      bytes.put((byte) (0x80 | 126)).putShort((short) payload.length);
    } else {
      bytes.put((byte) (0x80 | 127)).putLong(payload.length);
    }
    bytes.put(mask);
    for (int i = 0; i < payload.length; i++) {
      bytes.put((byte) (payload[i] ^ mask[i % 4]));
    }
    var whole = new byte[bytes.position()];
    bytes.flip().get(whole);
    return whole;
  }

  /** Reads all that comes until the other side ends it, or is silent for so long. */
  public byte[] readToEnd(int silenceMillis) {
    var all = new java.io.ByteArrayOutputStream();
    try {
      socket.setSoTimeout(silenceMillis);
      var bytes = new byte[8_192];
      for (int many = socket.getInputStream().read(bytes);
          many >= 0;
          many = socket.getInputStream().read(bytes)) {
        all.write(bytes, 0, many);
      }
    } catch (IOException e) {
      // Reset, or silent.
    }
    return all.toByteArray();
  }

  /** Whether the other side has ended it; waits so long for that. */
  public boolean isEnded(int millis) {
    try {
      socket.setSoTimeout(millis);
      var bytes = new byte[8_192];
      while (true) {
        if (socket.getInputStream().read(bytes) < 0) {
          return true;
        }
      }
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Hangs up. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // Gone already.
    }
  }
}
