package dev.hotdesk.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OriginsTest {

  private final Origins origins = new Origins(Set.of("https://shop.example", ""));

  @Test
  void allows_the_listed_and_our_own() {
    assertThat(origins.allows("https://shop.example", "desk.example")).isTrue();
    assertThat(origins.allows("HTTPS://SHOP.example", "desk.example")).isTrue();
    assertThat(origins.allows("https://desk.example", "desk.example")).isTrue();
    assertThat(origins.allows("http://desk.example:9080", "desk.example:9080")).isTrue();
  }

  @Test
  void allows_no_other() {
    assertThat(origins.allows("http://shop.example", "desk.example")).isFalse();
    assertThat(origins.allows("https://shop.example.evil.example", "desk.example")).isFalse();
    assertThat(origins.allows("https://desk.example:81", "desk.example")).isFalse();
    assertThat(origins.allows("null", "desk.example")).isFalse();
    assertThat(origins.allows("", "")).isFalse();
    assertThat(origins.allows("http://a b", "desk.example")).isFalse();
  }
}
