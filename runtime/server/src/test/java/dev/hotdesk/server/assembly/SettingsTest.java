package dev.hotdesk.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @Test
  void origins_are_kept_as_browsers_write_them() {
    assertThat(withOrigins("https://Shop.example:443, http://localhost:5173\n,*").origins())
        .containsExactlyInAnyOrder("https://shop.example", "http://localhost:5173", "*");
    assertThat(withOrigins("http://[::1]:80").origins()).containsExactly("http://[::1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example/",
        "shop.example",
        "https://shop.example/page",
        "https://*.shop.example",
        "https://",
        "null"
      })
  void an_origin_that_no_browser_sends_stops_the_start_and_is_named(String origin) {
    assertThatThrownBy(() -> withOrigins("https://fine.example " + origin))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("hotdesk.origins: ")
        .hasMessageEndingWith(origin);
  }

  @Test
  void the_look_at_the_heap_is_allowed_unless_it_is_switched_off() {
    assertThat(with("hotdesk.plugins.leak.heap", "auto").mayLookAtHeap()).isTrue();
    assertThat(with("hotdesk.plugins.leak.heap", "off").mayLookAtHeap()).isFalse();
    assertThatThrownBy(() -> with("hotdesk.plugins.leak.heap", "never"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hotdesk.plugins.leak.heap: wanted auto or off, not never");
  }

  @Test
  void a_server_is_called_as_is_set_or_else_as_its_host() {
    assertThat(with("hotdesk.node", "desk-2.shop").node()).isEqualTo("desk-2.shop");
    assertThat(with("hotdesk.origins", "*").node()).isNotBlank();
    assertThatThrownBy(() -> with("hotdesk.node", "the second desk"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("hotdesk.node: ")
        .hasMessageEndingWith("not the second desk");
  }

  private static Settings withOrigins(String origins) {
    return with("hotdesk.origins", origins);
  }

  private static Settings with(String key, String value) {
    return Settings.of(
        (Config)
            Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (_, _, arguments) ->
                    arguments[0].equals(key) ? Optional.of(value) : Optional.empty()));
  }
}
