package dev.hotdesk.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrameLineTest {

  private static final byte[] GREETING =
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"
          .getBytes(StandardCharsets.ISO_8859_1);

  private final Loop loop = new Loop();
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  private final FrameLine.Ears ears =
      new FrameLine.Ears() {
        @Override
        public void opened() {
          heard.add("opened");
        }

        @Override
        public void frame(String text) {
          heard.add(text);
        }

        @Override
        public void ended(int code, String why) {
          heard.add(code + " " + why);
        }
      };

  @AfterEach
  void close() {
    loop.close();
  }

  private FrameLine open(ServerSocket server) {
    return loop.ask(
        () ->
            new FrameLine(
                loop,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()),
                "GET / HTTP/1.1\r\n\r\n",
                ears));
  }

  private String next() throws InterruptedException {
    return String.valueOf(heard.poll(20, TimeUnit.SECONDS));
  }

  @Test
  void hears_frames_in_whatever_pieces_they_come() throws IOException, InterruptedException {
    try (var server = new ServerSocket(0)) {
      open(server);
      try (var socket = server.accept()) {
        var out = socket.getOutputStream();
        out.write(GREETING);
        out.write(new byte[] {(byte) 0x81, 2, 'h', 'i', (byte) 0x81});
        out.flush();
        assertThat(next()).isEqualTo("opened");
        assertThat(next()).isEqualTo("hi");
        out.write(new byte[] {3, 'y', 'e'});
        out.flush();
        out.write(new byte[] {'s', 0x01, 1, 'n', (byte) 0x80, 1, 'o'});
        out.write(new byte[] {(byte) 0x88, 5, 0x03, (byte) 0xf5, 'b', 'y', 'e'});
        out.flush();
        assertThat(next()).isEqualTo("yes");
        assertThat(next()).isEqualTo("no");
        assertThat(next()).isEqualTo("1013 closed: bye");
      }
    }
  }

  @Test
  void sends_masked_frames() throws IOException, InterruptedException {
    try (var server = new ServerSocket(0)) {
      var line = open(server);
      try (var socket = server.accept()) {
        socket.getOutputStream().write(GREETING);
        assertThat(next()).isEqualTo("opened");
        loop.execute(() -> line.send("你好"));
        var in = socket.getInputStream();
        in.readNBytes("GET / HTTP/1.1\r\n\r\n".length());
        var frame = in.readNBytes(12);
        assertThat(frame[0]).isEqualTo((byte) 0x81);
        assertThat(frame[1]).isEqualTo((byte) (0x80 | 6));
        for (int i = 0; i < 6; i++) {
          frame[6 + i] ^= frame[2 + i % 4];
        }
        assertThat(new String(frame, 6, 6, StandardCharsets.UTF_8)).isEqualTo("你好");
      }
    }
  }

  @Test
  void tells_of_a_refused_handshake() throws IOException, InterruptedException {
    try (var server = new ServerSocket(0)) {
      open(server);
      try (var socket = server.accept()) {
        socket
            .getOutputStream()
            .write("HTTP/1.1 503 Busy\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(next()).isEqualTo("1006 refused: HTTP/1.1 503 Busy");
      }
    }
  }
}
