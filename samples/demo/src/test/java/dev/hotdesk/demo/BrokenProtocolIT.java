package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.bench.client.RawSocket;
import dev.hotdesk.bench.client.Staff;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sockets say to clients that do not speak WebSocket as they should. */
@ExtendWith(OpenHouse.class)
class BrokenProtocolIT {

  /** What the server below us, or a stack, would tell. */
  static final String[] INSIDES = {
    "Exception", "dev.hotdesk", "com.ibm", "jakarta.", "CWWK", "SRVE", "\tat "
  };

  private final Site site;

  BrokenProtocolIT(Site site) {
    this.site = site;
  }

  @Test
  void a_binary_frame_is_refused_and_the_next_one_served() throws IOException {
    try (var socket = raw()) {
      socket.send(RawSocket.frame(0x82, new byte[] {1, 2, 3}));
      socket.say("{\"type\":\"ping\"}");

      assertThat(told(socket)).contains("malformed", "\"pong\"");
    }
  }

  /** First bytes of a frame, and what is said when the socket is closed for it. */
  @ParameterizedTest
  @CsvSource({
    "131, 4,      'This was no WebSocket frame as RFC 6455 wants it.'", // a type of nobody
    "128, 4,      'This was no WebSocket frame as RFC 6455 wants it.'", // a rest without a begin
    "193, 4,      'This was no WebSocket frame as RFC 6455 wants it.'", // compressed
    "137, 4000,   ''", // a ping that is too long
    "129, 300000, 'This frame was too long; send shorter ones.'",
  })
  void who_breaks_the_protocol_is_sent_away_in_our_words(int first, int length, String words)
      throws IOException {
    try (var socket = raw()) {
      socket.send(RawSocket.frame(first, new byte[length]));

      assertThat(told(socket)).contains(words).doesNotContain(INSIDES);
    }
  }

  @Test
  void what_is_no_utf_8_is_refused_in_our_words() throws IOException {
    try (var socket = raw()) {
      socket.send(RawSocket.frame(0x81, new byte[] {'{', (byte) 0xC3, 0x28, '}'}));

      assertThat(told(socket)).contains("no UTF-8").doesNotContain(INSIDES);
    }
  }

  @Test
  void operators_are_sent_away_in_our_words_as_well() throws IOException {
    var staff = Staff.login(site.web(), "amy", "amy-demo");
    try (var socket =
        RawSocket.open(
            site.web().socket("/ws/operator"),
            "Cookie: %s\r\nOrigin: %s".formatted(staff.cookie(), site.web().origin()))) {
      socket.send(RawSocket.frame(128, new byte[4]));

      assertThat(told(socket))
          .contains("This was no WebSocket frame as RFC 6455 wants it.")
          .doesNotContain(INSIDES);
    }
  }

  private RawSocket raw() throws IOException {
    return RawSocket.open(site.web().socket("/ws/customer"), "Origin: " + site.shopOrigin());
  }

  private static String told(RawSocket socket) {
    return new String(socket.readToEnd(1_500), StandardCharsets.UTF_8);
  }
}
