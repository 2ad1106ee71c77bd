package dev.hotdesk.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class VisitorTokensTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final VisitorTokens tokens = at(NOON);

  @Test
  void opens_the_conversation_it_was_given_for() {
    var token = tokens.renew("", "web");

    assertThat(token.conversation()).startsWith("web.");
    assertThat(token.expires()).isEqualTo(NOON.plus(Duration.ofHours(24)));
    assertThat(tokens.conversation(token.token())).contains(token.conversation());
  }

  @Test
  void opens_another_conversation_each_time() {
    assertThat(tokens.renew("", "web").conversation())
        .isNotEqualTo(tokens.renew("", "web").conversation());
  }

  @Test
  void keeps_the_conversation_of_a_former_token() {
    var former = tokens.renew("", "web");
    var later = at(NOON.plus(Duration.ofDays(30)));

    assertThat(later.conversation(former.token())).isEmpty();
    assertThat(later.renew(former.token(), "web").conversation()).isEqualTo(former.conversation());
  }

  @Test
  void forgets_a_conversation_that_was_left_for_too_long() {
    var former = tokens.renew("", "web");
    var later = at(NOON.plus(Duration.ofDays(31)).plusSeconds(1));

    assertThat(later.renew(former.token(), "web").conversation())
        .isNotEqualTo(former.conversation());
  }

  @Test
  void believes_no_token_of_others() {
    var others = new VisitorTokens(secret("another"), Duration.ofHours(24), clock(NOON));
    var token = tokens.renew("", "web").token();

    assertThat(tokens.conversation(others.renew("", "web").token())).isEmpty();
    assertThat(tokens.conversation(token.substring(0, token.length() - 4) + "AAAA")).isEmpty();
    assertThat(tokens.conversation("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ3ZWIuYSJ9.")).isEmpty();
    assertThat(tokens.conversation("")).isEmpty();
    assertThat(tokens.conversation("x.y.z")).isEmpty();
  }

  @Test
  void wants_a_long_secret() {
    assertThatThrownBy(() -> new VisitorTokens(new byte[31], Duration.ofHours(1), clock(NOON)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static VisitorTokens at(Instant now) {
    return new VisitorTokens(secret("ours"), Duration.ofHours(24), clock(now));
  }

  private static Clock clock(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private static byte[] secret(String word) {
    return (word + "-".repeat(32)).getBytes(StandardCharsets.UTF_8);
  }
}
