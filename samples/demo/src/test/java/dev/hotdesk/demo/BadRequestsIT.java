package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.client.Token;
import dev.hotdesk.bench.client.Web;
import dev.hotdesk.bench.site.Site;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What plain HTTP does with requests that no honest client sends. */
@ExtendWith(OpenHouse.class)
class BadRequestsIT {

  private final Site site;

  BadRequestsIT(Site site) {
    this.site = site;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ws/customer", "/ws/operator"})
  void a_door_for_sockets_tells_others_how_to_knock(String door) {
    var answer = site.web().get(door, Map.of());

    assertThat(answer.status()).isEqualTo(426);
    assertThat(answer.headers()).containsEntry("upgrade", "websocket");
    assertThat(answer.json().text("detail")).contains("Sec-WebSocket-Version: 13");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/nowhere", "/ws/nobody", "/widget/none.js", "/WEB-INF/web.xml", "/error"})
  void an_unknown_address_is_answered_in_our_words(String path) {
    for (var method : List.of("GET", "POST", "DELETE")) {
      var answer = site.web().send(method, path, "", Map.of("Origin", site.web().origin()));

      assertThat(answer.status()).isBetween(401, 405);
      assertThat(answer.json().number("status")).isEqualTo(answer.status());
      assertThat(answer.body()).doesNotContain(BrokenProtocolIT.INSIDES);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no json at all",
        "",
        "[]",
        "{\"type\":",
        "{}",
        "{\"type\":\"say\"}",
        "{\"type\":\"dance\"}"
      })
  void a_posted_frame_that_is_none_is_refused_and_the_next_one_taken(String text) {
    var token = Token.fetch(site.web(), site.shopOrigin(), "").token();
    var refused = site.web().send("POST", "/api/customer/frames", text, bearer(token));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().text("code")).isIn("malformed", "unknown_type");
    assertThat(say(site, token).json().type()).isEqualTo("ack");
  }

  @Test
  void a_posted_frame_that_is_too_long_is_refused() {
    var token = Token.fetch(site.web(), site.shopOrigin(), "").token();
    var refused =
        site.web().send("POST", "/api/customer/frames", "a".repeat(200_000), bearer(token));

    assertThat(refused.json().text("code")).isEqualTo("too_long");
  }

  @Test
  void who_posts_too_fast_is_told_when_to_come_back() {
    var token = Token.fetch(site.web(), site.shopOrigin(), "").token();
    var typing = Frame.of("typing", "on", true).toString();
    var answers =
        IntStream.range(0, 400)
            .parallel()
            .mapToObj(_ -> site.web().send("POST", "/api/customer/frames", typing, bearer(token)))
            .filter(answer -> answer.status() != 200)
            .toList();

    assertThat(answers)
        .isNotEmpty()
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(429);
              assertThat(answer.json().number("retry_after_ms")).isPositive();
              assertThat(answer.headers()).containsEntry("retry-after", "1");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000000", "9223372036854775807", "-1"})
  void who_polls_after_what_nobody_has_seen_gets_the_whole_log(String after) {
    var token = saidHello(site);

    var polled = site.web().get("/api/customer/frames?after=" + after, bearer(token)).orThrow();

    assertThat(polled.json().parts("frames").findFirst().orElseThrow().text("text"))
        .isEqualTo("hello");
  }

  @ParameterizedTest
  @ValueSource(strings = {"after=x", "after=99999999999999999999", "queue=1e9", "read=%00"})
  void who_polls_after_what_is_no_number_is_refused_shortly(String query) {
    var token = Token.fetch(site.web(), site.shopOrigin(), "").token();

    var refused = site.web().get("/api/customer/frames?" + query, bearer(token));

    assertThat(refused.status()).isBetween(400, 404);
    assertThat(refused.body()).doesNotContain(BrokenProtocolIT.INSIDES);
  }

  /** The token of somebody who said hello. */
  static String saidHello(Site site) {
    var token = Token.fetch(site.web(), site.shopOrigin(), "").token();
    say(site, token).orThrow();
    return token;
  }

  private static Web.Answer say(Site site, String token) {
    return site.web()
        .post(
            "/api/customer/frames",
            Frame.of("say", "id", "c-hello", "text", "hello"),
            bearer(token));
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  @Test
  void requests_that_are_no_frames_get_a_short_answer_without_our_insides() {
    var broken =
        site.web().send("POST", "/api/customer/token", "{{{", Map.of("Origin", site.shopOrigin()));
    var unsigned = site.web().get("/api/customer/frames?after=x", Map.of());

    assertThat(broken.status()).isEqualTo(400);
    assertThat(unsigned.status()).isIn(400, 401, 404);
    assertThat(broken.body() + unsigned.body()).doesNotContain(BrokenProtocolIT.INSIDES);
  }
}
