package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.client.Staff;
import dev.hotdesk.bench.site.Site;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator's socket does with what no honest workspace sends. */
@ExtendWith(OpenHouse.class)
class BadDeskInputIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final long PAUSE_NANOS = 2_000_000;

  private final Site site;
  private final Staff amy;

  BadDeskInputIT(Site site) {
    this.site = site;
    this.amy = Staff.login(site.web(), "amy", "amy-demo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no json at all",
        "",
        "[]",
        "{\"type\":",
        "{}",
        "{\"type\":7}",
        "{\"type\":\"say\"}",
        "{\"type\":\"say\",\"id\":\"d-1\",\"conversation\":7,\"text\":\"x\"}",
        "{\"type\":\"say\",\"id\":\"d-1\",\"conversation\":\"../../x\",\"text\":\"x\"}",
        "{\"type\":\"take\",\"id\":\"d-1\",\"conversation\":\"web.nobody\"}",
        "{\"type\":\"open\",\"id\":\"d-1\",\"conversation\":\"web.x\",\"after\":\"7\"}",
        "{\"type\":\"open\",\"id\":\"d-1\",\"conversation\":\"web.x\",\"after\":1e308}",
        "{\"type\":\"transfer\",\"id\":\"d-1\",\"conversation\":\"web.x\",\"to\":[]}",
        "{\"type\":\"dance\",\"id\":\"d-1\"}"
      })
  void a_frame_that_is_none_is_refused_and_the_next_one_served(String text) {
    try (var line = Line.atDesk(site, amy)) {
      line.send(text);
      assertThat(line.next("error", SOON).text("message"))
          .isNotBlank()
          .doesNotContain(BrokenProtocolIT.INSIDES);

      line.send(Frame.of("ping"));
      assertThat(line.next("pong", SOON)).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000000", "9223372036854775807", "-1"})
  void who_opens_after_what_nobody_has_seen_gets_the_whole_log(String after) {
    var conversation = customerSaidHello();
    try (var line = Line.atDesk(site, amy)) {
      line.send(
          "{\"type\":\"open\",\"id\":\"d-1\",\"conversation\":\"%s\",\"after\":%s}"
              .formatted(conversation, after));

      assertThat(line.next("entry", SOON).text("text")).isEqualTo("hello");
    }
  }

  @Test
  void who_sends_too_fast_is_told_when_to_come_back() {
    try (var line = Line.atDesk(site, amy)) {
      for (int i = 0; i < 200 || (i < 2_000 && !line.isRefused("rate")); i++) {
        line.send(Frame.of("typing", "id", "d-" + i, "conversation", "web.nobody", "on", true));
        LockSupport.parkNanos(i < 100 ? 0 : PAUSE_NANOS);
      }

      var refused = line.next(it -> it.text("code").equals("rate"), SOON);
      assertThat(refused.number("retry_after_ms")).isPositive();
    }
  }

  private String customerSaidHello() {
    var token = BadRequestsIT.saidHello(site);
    var claims = token.split("\\.")[1];
    return Frame.parse(
            new String(
                java.util.Base64.getUrlDecoder().decode(claims),
                java.nio.charset.StandardCharsets.UTF_8))
        .text("sub");
  }
}
