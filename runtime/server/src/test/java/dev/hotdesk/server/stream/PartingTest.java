package dev.hotdesk.server.stream;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import org.junit.jupiter.api.Test;

class PartingTest {

  @Test
  void what_the_server_says_of_a_broken_protocol_is_said_in_our_words() {
    var reason =
        new CloseReason(CloseCodes.PROTOCOL_ERROR, "XYZ0030E: in class dev.hotdesk.Endpoint");

    Parting.reword(reason);

    assertThat(reason.getReasonPhrase())
        .isEqualTo("This was no WebSocket frame as RFC 6455 wants it.");
    assertThat(reason.getCloseCode()).isEqualTo(CloseCodes.PROTOCOL_ERROR);
  }

  @Test
  void what_we_say_ourselves_stays_as_it_is() {
    var ours = new CloseReason(CloseCodes.getCloseCode(1013), "too slow; resume");
    var own = new CloseReason(CloseCodes.getCloseCode(4401), "token");

    Parting.reword(ours);
    Parting.reword(own);

    assertThat(ours.getReasonPhrase()).isEqualTo("too slow; resume");
    assertThat(own.getReasonPhrase()).isEqualTo("token");
  }
}
