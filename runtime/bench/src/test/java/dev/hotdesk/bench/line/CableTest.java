package dev.hotdesk.bench.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CableTest {

  private static final byte[] WORDS = "a whole sentence".getBytes(StandardCharsets.UTF_8);

  private ServerSocket server;
  private Cable cable;

  @BeforeEach
  void lay() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    cable = Cable.to(server.getLocalPort());
  }

  @AfterEach
  void take_away() throws IOException {
    cable.close();
    server.close();
  }

  @Test
  void carries_both_ways() throws IOException {
    assertCarries();
  }

  private void assertCarries() throws IOException {
    try (var near = near();
        var far = server.accept()) {
      near.getOutputStream().write(WORDS);
      assertThat(far.getInputStream().readNBytes(WORDS.length)).isEqualTo(WORDS);
      far.getOutputStream().write(WORDS);
      assertThat(near.getInputStream().readNBytes(WORDS.length)).isEqualTo(WORDS);
    }
  }

  @Test
  void ends_where_either_side_ends() throws IOException {
    try (var near = near()) {
      server.accept().close();
      assertThat(near.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void breaks_in_the_middle_of_a_frame() throws IOException {
    try (var near = near();
        var far = server.accept()) {
      near.getOutputStream().write(WORDS);
      far.getInputStream().readNBytes(WORDS.length);
      assertThat(cable.cutMidFrame()).isEqualTo(1);
      near.getOutputStream().write(WORDS);
      assertThat(arrived(far)).isBetween(0, WORDS.length - 1);
    }
  }

  /** A reset may overtake what was sent before it. */
  private static int arrived(Socket far) {
    int many = 0;
    try {
      while (far.getInputStream().read() >= 0) {
        many++;
      }
    } catch (IOException e) {
      // The reset.
    }
    return many;
  }

  @Test
  void is_refused_while_it_is_down_and_open_when_it_is_mended() throws IOException {
    cable.down();
    try (var near = near()) {
      assertThatThrownBy(() -> near.getInputStream().read()).isInstanceOf(IOException.class);
    }
    cable.mend();
    assertCarries();
  }

  @Test
  void holds_back_while_it_is_stalled() throws IOException {
    try (var near = near();
        var far = server.accept()) {
      cable.stall();
      near.getOutputStream().write(WORDS);
      far.setSoTimeout(50);
      assertThatThrownBy(() -> far.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      cable.mend();
      far.setSoTimeout(0);
      assertThat(far.getInputStream().readNBytes(WORDS.length)).isEqualTo(WORDS);
    }
  }

  private Socket near() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), cable.port());
  }
}
