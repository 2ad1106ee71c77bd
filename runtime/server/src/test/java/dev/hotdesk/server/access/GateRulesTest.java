package dev.hotdesk.server.access;

import static dev.hotdesk.server.access.Staff.AMY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.server.http.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateRulesTest {

  private static final Optional<Login> IN = Optional.of(new Login(AMY, "the csrf token"));
  private static final String HOST = "desk.example:8443";
  private static final Optional<String> CSRF = Optional.of("the csrf token");

  @ParameterizedTest
  @ValueSource(
      strings = {"admin/accounts", "/admin/accounts", "access/me", "anything/new", "plugins", ""})
  void who_is_not_logged_in_goes_no_further(String path) {
    assertThat(status(rules("GET", path), false, Optional.empty())).contains(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "customer/token",
        "/customer/frames",
        "access/login",
        "access/token",
        "plugins/a/hook"
      })
  void customers_and_those_who_log_in_pass(String path) {
    assertThat(status(rules("POST", path), false, Optional.empty())).isEmpty();
  }

  @Test
  void who_is_logged_in_reads_without_more() {
    assertThat(status(rules("GET", "access/me"), true, IN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "post"})
  void a_change_wants_the_csrf_token(String method) {
    assertThat(status(rules(method, "access/logout"), true, IN)).contains(403);
    assertThat(status(with(method, Optional.of("wrong"), Optional.empty()), true, IN))
        .contains(403);
    assertThat(status(with(method, CSRF, Optional.empty()), true, IN)).isEmpty();
  }

  @Test
  void a_collectors_token_changes_nothing() {
    assertThat(status(with("POST", Optional.of(""), Optional.empty()), true, Optional.empty()))
        .contains(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "https://desk.example", "null", "", "::"})
  void a_page_of_another_origin_changes_nothing(String origin) {
    assertThat(status(with("POST", CSRF, Optional.of(origin)), true, IN)).contains(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://desk.example:8443", "http://DESK.example:8443"})
  void our_own_pages_change_things(String origin) {
    assertThat(status(with("POST", CSRF, Optional.of(origin)), true, IN)).isEmpty();
  }

  @Test
  void a_page_of_another_origin_cannot_log_in() {
    var rules =
        new GateRules(
            "POST", "access/login", Optional.of("https://evil.example"), HOST, Optional.empty());
    assertThat(status(rules, false, Optional.empty())).contains(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"admin/plugins", "admin/trust", "/admin/plugins/x/promote", "admin/tokens/1"})
  void a_program_with_a_token_needs_no_csrf_token(String path) {
    assertThat(rules("POST", path).refusal(true, Optional.empty(), true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"admin/tokens", "admin/accounts", "admin/accounts/amy", "access/password"})
  void a_token_cannot_prolong_itself(String path) {
    assertThat(rules("POST", path).refusal(true, Optional.empty(), true))
        .map(Problem::status)
        .contains(403);
  }

  @Test
  void a_token_from_a_page_of_another_origin_changes_nothing() {
    var rules =
        new GateRules(
            "POST", "admin/plugins", Optional.of("https://evil.example"), HOST, Optional.empty());
    assertThat(rules.refusal(true, Optional.empty(), true)).map(Problem::status).contains(403);
  }

  private static GateRules rules(String method, String path) {
    return new GateRules(method, path, Optional.empty(), HOST, Optional.empty());
  }

  private static GateRules with(String method, Optional<String> csrf, Optional<String> origin) {
    return new GateRules(method, "access/logout", origin, HOST, csrf);
  }

  private static Optional<Integer> status(GateRules rules, boolean known, Optional<Login> login) {
    return rules.refusal(known, login, false).map(Problem::status);
  }
}
