package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.client.RefusedException;
import dev.hotdesk.bench.client.SocketException;
import dev.hotdesk.bench.client.Token;
import dev.hotdesk.bench.site.Site;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a customer's socket does with what no honest widget sends. */
@ExtendWith(OpenHouse.class)
class BadInputIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final long PAUSE_NANOS = 2_000_000;

  private final Site site;

  BadInputIT(Site site) {
    this.site = site;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no json at all",
        "",
        "[]",
        "42",
        "null",
        "{\"type\":",
        "{}",
        "{\"type\":7}",
        "{\"type\":\"say\"}",
        "{\"type\":\"say\",\"id\":\"c-1\"}",
        "{\"type\":\"say\",\"id\":\"c-1\",\"text\":7}",
        "{\"type\":\"say\",\"id\":\"c-1\",\"text\":\"\"}",
        "{\"type\":\"say\",\"id\":\"no spaces\",\"text\":\"hello\"}",
        "{\"type\":\"say\",\"id\":\"\",\"text\":\"hello\"}",
        "{\"type\":\"page\"}",
        "{\"type\":\"identify\"}"
      })
  void a_malformed_frame_is_refused_and_the_next_one_served(String text) {
    try (var line = Line.opened(site)) {
      line.send(text);

      assertThat(line.next("error", SOON).text("code")).isEqualTo("malformed");
      line.send(Frame.of("say", "id", "c-after", "text", "hello"));
      assertThat(line.next("ack", SOON).text("id")).isEqualTo("c-after");
    }
  }

  @Test
  void a_frame_nested_too_deep_is_refused_and_the_next_one_served() {
    a_malformed_frame_is_refused_and_the_next_one_served("{\"type\":" + "[".repeat(8_000));
  }

  @Test
  void an_unknown_type_is_named_so() {
    try (var line = Line.opened(site)) {
      line.send(Frame.of("dance"));

      assertThat(line.next("error", SOON).text("code")).isEqualTo("unknown_type");
    }
  }

  @Test
  void nothing_comes_before_hello() {
    try (var line = Line.bare(site)) {
      line.send(Frame.of("say", "id", "c-1", "text", "hello"));

      assertThat(line.next("error", SOON).text("code")).isEqualTo("hello");
    }
  }

  @Test
  void who_does_not_say_hello_is_sent_away() {
    try (var line = Line.bare(site)) {
      assertThat(line.closing(SOON).code()).isNotEqualTo(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "a.b.c", "tampered", "signed by another"})
  void a_token_that_is_not_ours_opens_nothing(String kind) {
    var token = Token.fetch(site.web(), site.shopOrigin(), "").token();
    var wrong =
        switch (kind) {
          case "tampered" -> token.substring(0, token.length() - 3) + "AAA";
          case "signed by another" -> "A" + token.substring(1);
          default -> kind;
        };
    try (var line = Line.bare(site)) {
      line.send(Frame.of("hello", "token", wrong, "after", 0));

      assertThat(line.next("error", SOON).text("code")).isIn("token", "malformed");
      if (!kind.isEmpty()) {
        assertThat(line.closing(SOON).code()).isEqualTo(4401);
      }
    }
  }

  @Test
  void a_page_of_another_shop_gets_neither_token_nor_socket() {
    assertThatThrownBy(() -> Token.fetch(site.web(), "https://evil.example", ""))
        .isInstanceOfSatisfying(
            RefusedException.class, it -> assertThat(it.code()).isEqualTo("403"));
    assertThatThrownBy(() -> Line.from(site, "https://evil.example"))
        .isInstanceOf(SocketException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000000", "9223372036854775807", "-1", "-9223372036854775808"})
  void who_resumes_after_what_nobody_has_seen_gets_the_whole_log(String after) {
    var token = BadRequestsIT.saidHello(site);
    try (var line = Line.bare(site)) {
      line.send("{\"type\":\"hello\",\"token\":\"%s\",\"after\":%s}".formatted(token, after));

      assertThat(line.next("welcome", SOON).number("seq")).isPositive();
      assertThat(line.next("message", SOON).text("text")).isEqualTo("hello");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e308", "99999999999999999999", "0.5", "\"7\"", "[]", "{}", "true"})
  void who_resumes_after_what_is_no_number_is_refused_and_may_say_hello_again(String after) {
    var token = Token.fetch(site.web(), site.shopOrigin(), "").token();
    try (var line = Line.bare(site)) {
      line.send("{\"type\":\"hello\",\"token\":\"%s\",\"after\":%s}".formatted(token, after));
      assertThat(line.next("error", SOON).text("code")).isEqualTo("malformed");

      line.send(Frame.of("hello", "token", token, "after", 0));
      assertThat(line.next("welcome", SOON)).isNotNull();
    }
  }

  @Test
  void two_windows_of_one_customer_see_the_same() {
    try (var one = CustomerClient.connect(site.web(), site.shopOrigin(), "en");
        var two = CustomerClient.resume(site.web(), site.shopOrigin(), "en", one.token())) {
      one.ask("where is order 20261123-88", SOON);
      two.ask("hello", SOON);

      assertThat(one.await(() -> one.last() == two.last(), SOON)).isTrue();
      assertThat(one.messages()).isEqualTo(two.messages());
    }
  }

  @Test
  void the_same_id_is_the_same_message() {
    try (var line = Line.opened(site)) {
      line.send(Frame.of("say", "id", "c-1", "text", "hello"));
      var first = line.next("ack", SOON);
      line.send(Frame.of("say", "id", "c-1", "text", "hello"));
      var second = line.next("ack", SOON);

      assertThat(second.number("seq")).isEqualTo(first.number("seq"));
      assertThat(second.flag("duplicate")).isTrue();
    }
  }

  @Test
  void four_thousand_characters_are_welcome_and_one_more_is_not() {
    try (var line = Line.opened(site)) {
      line.send(Frame.of("say", "id", "c-1", "text", "衣".repeat(4000)));
      assertThat(line.next("ack", SOON).text("id")).isEqualTo("c-1");

      line.send(Frame.of("say", "id", "c-2", "text", "a".repeat(4001)));
      assertThat(line.next("error", SOON))
          .satisfies(it -> assertThat(it.text("code")).isEqualTo("too_long"));
    }
  }

  @Test
  void a_hundred_thousand_characters_hurt_nobody_else() {
    try (var bystander = CustomerClient.connect(site.web(), site.shopOrigin(), "en");
        var line = Line.opened(site)) {
      line.send(Frame.of("say", "id", "c-1", "text", "a".repeat(100_000)));
      assertThat(line.refusal(SOON)).isIn("too_long", "1009");

      assertThat(bystander.awaitPromise(bystander.say("hello"), SOON)).isPresent();
      assertThat(bystander.reconnects()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bell \u0007 and escape \u001b[31m",
        "nothing \u0000 at all",
        "half a pair \ud83d",
        "right to left \u202e back",
        "line\r\nbreak\ttab",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "'; DROP TABLE conversation; --",
        "${jndi:ldap://example.com/a}",
        "👩‍👩‍👧‍👦 emoji"
      })
  void strange_characters_are_kept_or_refused_and_never_break_a_conversation(String text) {
    try (var line = Line.opened(site)) {
      line.send("{\"type\":\"say\",\"id\":\"c-1\",\"text\":" + Line.escaped(text) + "}");
      assertThat(line.next(it -> it.type().equals("ack") || it.type().equals("error"), SOON))
          .satisfiesAnyOf(
              it -> assertThat(it.type()).isEqualTo("ack"),
              it -> assertThat(it.text("code")).isEqualTo("malformed"));

      line.send(Frame.of("say", "id", "c-2", "text", "where is order 20261123-88"));
      assertThat(line.next(it -> it.text("id").equals("c-2"), SOON)).isNotNull();
    }
  }

  @Test
  void who_sends_too_fast_is_told_so() {
    try (var line = Line.opened(site)) {
      for (int i = 0; i < 60 || (i < 2_000 && !line.isRefused("rate")); i++) {
        line.send(Frame.of("say", "id", "c-" + i, "text", "hello"));
        LockSupport.parkNanos(i < 60 ? 0 : PAUSE_NANOS); // who does not read is cut off, rightly
      }

      assertThat(line.next("error", SOON).text("code")).isEqualTo("rate");
    }
  }

  @Test
  void an_identity_that_the_shop_did_not_vouch_for_is_refused() {
    try (var line = Line.opened(site)) {
      line.send(Frame.of("identify", "jwt", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJDLTEifQ."));

      assertThat(line.next("error", SOON).text("code")).isEqualTo("identify");
    }
  }
}
