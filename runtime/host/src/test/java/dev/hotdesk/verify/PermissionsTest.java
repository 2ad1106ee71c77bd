package dev.hotdesk.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.api.Language;
import dev.hotdesk.verify.Permission.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionsTest {

  @Test
  void all_kinds_are_read_and_written_back() {
    var text =
        "outbound:api.shop.example, storage, events, secret:shop-key, erp:read,"
            + " documents:read, conversation:read, http, timers";

    assertThat(Permissions.parse(text)).hasToString(text);
    assertThat(Permissions.parse(" ")).isEqualTo(Permissions.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "everything",
        "outbound",
        "outbound:",
        "outbound:*",
        "outbound:*.example",
        "outbound:https://shop.example",
        "outbound:Shop.example",
        "outbound:shop.example:0",
        "outbound:shop.example:70000",
        "secret",
        "secret:a b",
        "storage:all",
        "erp:write",
        "documents",
        "documents:write",
        "erp",
        "timers,",
        "timers;http"
      })
  void what_is_not_known_is_refused_with_what_is(String text) {
    assertThatThrownBy(() -> Permissions.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the permission")
        .hasMessageContaining("wanted");
  }

  @ParameterizedTest
  @CsvSource({
    "api.shop.example, 443, true",
    "API.shop.example, 80, true",
    "api.shop.example, 8080, false",
    "shop.example, 443, false",
    "evilapi.shop.example, 443, false",
    "a.b.wild.example, 9000, true",
    "wild.example, 9000, false",
    "notwild.example, 9000, false",
    "a.wild.example, 443, false"
  })
  void a_host_is_allowed_exactly_or_below_its_star(String host, int port, boolean isAllowed) {
    var permissions = Permissions.parse("outbound:api.shop.example, outbound:*.wild.example:9000");

    assertThat(permissions.allowsHost(host, port)).isEqualTo(isAllowed);
  }

  @Test
  void kinds_and_secrets_are_allowed_as_named() {
    var permissions = Permissions.parse("secret:one, timers");

    assertThat(permissions.allows(Kind.TIMERS)).isTrue();
    assertThat(permissions.allows(Kind.STORAGE)).isFalse();
    assertThat(permissions.allowsSecret("one")).isTrue();
    assertThat(permissions.allowsSecret("two")).isFalse();
  }

  @Test
  void each_is_a_sentence_in_both_languages() {
    var permissions =
        Permissions.parse(
            "outbound:a.example, outbound:b.example:8443, storage, events, secret:key, erp:read,"
                + " documents:read, conversation:read, http, timers");
    for (var permission : permissions.all()) {
      assertThat(permission.describe(Language.EN)).endsWith(".").doesNotContain("%");
      assertThat(permission.describe(Language.ZH)).endsWith("。").doesNotContain("%");
    }
    assertThat(Permission.parse("outbound:b.example:8443").describe(Language.EN))
        .isEqualTo("Sends HTTP requests to b.example, port 8443.");
  }
}
