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

  private static Settings withOrigins(String origins) {
    return Settings.of(
        (Config)
            Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (_, _, arguments) ->
                    arguments[0].equals("hotdesk.origins")
                        ? Optional.of(origins)
                        : Optional.empty()));
  }
}
