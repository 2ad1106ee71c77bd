package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.client.Staff;
import dev.hotdesk.bench.client.Web;
import dev.hotdesk.bench.site.Site;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in over HTTP, and what is shut to whom. */
@ExtendWith(OpenHouse.class)
class AccessIT {

  private final Site site;
  private final Web web;

  AccessIT(Site site) {
    this.site = site;
    this.web = site.web();
  }

  @Test
  void who_logs_in_is_known_until_they_log_out() {
    var amy = staff("amy");
    assertThat(amy.get("/api/access/me").text("name")).isEqualTo("Amy");

    assertThat(web.send("POST", "/api/access/logout", "", amy.headers()).status()).isEqualTo(204);
    assertThat(web.get("/api/access/me", amy.headers()).status()).isEqualTo(401);
  }

  @Test
  void the_cookie_is_out_of_reach_of_scripts_and_of_other_sites() {
    var plain = login("amy", "amy-demo", Map.of());
    var behindTls = login("amy", "amy-demo", Map.of("X-Forwarded-Proto", "https"));

    assertThat(plain.headers().get("Set-Cookie"))
        .matches("hotdesk_session=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict");
    assertThat(behindTls.headers().get("Set-Cookie")).endsWith("; Secure");
  }

  @Test
  void after_five_wrong_passwords_the_next_one_waits() {
    var login = "stranger" + System.nanoTime();
    assertThat(IntStream.range(0, 5).map(i -> login(login, "guess " + i, Map.of()).status()))
        .containsOnly(401);

    var sixth = login(login, "another guess", Map.of());
    assertThat(sixth.status()).isEqualTo(429);
    assertThat(Integer.parseInt(sixth.headers().get("Retry-After"))).isBetween(20, 30);
    assertThat(login("amy", "amy-demo", Map.of()).status()).isEqualTo(200);
  }

  @Test
  void a_change_needs_the_csrf_token_and_a_page_of_ours() {
    var admin = staff("admin");
    var draft = Frame.body("login", "new", "name", "New", "password", "a long one indeed");
    var elsewhere = new HashMap<>(admin.headers());
    elsewhere.put("Origin", "https://evil.example");
    var withoutCsrf = Map.of("Cookie", admin.cookie(), "Origin", web.origin());

    assertThat(web.post("/api/admin/accounts", draft, withoutCsrf).status()).isEqualTo(403);
    assertThat(web.post("/api/admin/accounts", draft, elsewhere).status()).isEqualTo(403);
    assertThat(web.get("/api/admin/accounts", admin.headers()).body()).doesNotContain("\"new\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plugins",
        "accounts",
        "overview",
        "audit",
        "metrics",
        "trust",
        "tokens",
        "leaks",
        "dead-letters",
        "openapi.json"
      })
  void what_is_the_admins_is_shut_to_others(String what) {
    var path = "/api/admin/" + what;
    assertThat(web.get(path, Map.of()).status()).isEqualTo(401);
    assertThat(web.get(path, staff("sue").headers()).status()).isEqualTo(403);
    assertThat(web.get(path, staff("admin").headers()).status()).isEqualTo(200);
  }

  @Test
  void an_account_comes_works_and_goes_and_the_trail_tells() {
    var admin = site.admin();
    admin.createAccount("zoe", "Zoë", "a long one indeed", "operator");
    var zoe = Staff.login(web, "zoe", "a long one indeed");
    assertThat(delete("zoe", admin.staff())).isEqualTo(204);

    assertThat(web.get("/api/access/me", zoe.headers()).status()).isEqualTo(401);
    assertThat(web.get("/api/admin/audit", admin.staff().headers()).body())
        .contains("account.create", "account.delete", "zoe")
        .doesNotContain("a long one indeed");
  }

  @Test
  void the_last_admin_stays() {
    assertThat(delete("admin", staff("admin"))).isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ws/operator", "/ws/operator;a=b", "/ws/%6fperator", "/ws/./operator"})
  void the_desk_is_shut_to_strangers_and_to_the_shops_own_pages(String path) {
    var amy = staff("amy");
    assertThat(Handshake.status(web, path, Map.of("Origin", web.origin()))).isNotEqualTo(101);
    assertThat(
            Handshake.status(
                web, path, Map.of("Origin", site.shopOrigin(), "Cookie", amy.cookie())))
        .isNotEqualTo(101);
  }

  @Test
  void the_desk_is_open_to_an_operator_on_a_page_of_ours() {
    var headers = Map.of("Origin", web.origin(), "Cookie", staff("amy").cookie());
    assertThat(Handshake.status(web, "/ws/operator", headers)).isEqualTo(101);
  }

  @Test
  void the_desk_is_shut_to_who_only_manages_the_house() {
    var headers = Map.of("Origin", web.origin(), "Cookie", staff("admin").cookie());
    assertThat(Handshake.status(web, "/ws/operator", headers)).isEqualTo(403);
  }

  @Test
  void strangers_learn_nothing_of_our_insides() {
    assertThat(web.get("/metrics", Map.of()).status()).isEqualTo(403);
    assertThat(web.get("/health/ready", Map.of()).body()).doesNotContain("jdbc", "Exception");
    assertThat(web.get("/api/nowhere", staff("amy").headers()).body())
        .doesNotContain("RESTEASY", "dev.hotdesk", "Exception");
    var broken = web.send("POST", "/api/access/login", "{\"login\":", Map.of());
    assertThat(broken.status()).isEqualTo(400);
    assertThat(broken.body()).doesNotContain("Exception", "\tat ");
  }

  @Test
  void pages_say_what_browsers_may_do_with_them() {
    var workspace = web.get("/workspace/", Map.of()).headers();
    assertThat(workspace.get("Content-Security-Policy"))
        .contains("default-src 'self'", "frame-ancestors 'none'");
    assertThat(workspace).containsEntry("X-Content-Type-Options", "nosniff");
    assertThat(web.get("/widget/hotdesk.js", Map.of()).headers())
        .containsEntry("Cross-Origin-Resource-Policy", "cross-origin");
  }

  private Staff staff(String login) {
    return Staff.login(web, login, login + "-demo");
  }

  private Web.Answer login(String login, String password, Map<String, String> headers) {
    return web.post("/api/access/login", Frame.body("login", login, "password", password), headers);
  }

  private int delete(String login, Staff admin) {
    return web.send("DELETE", "/api/admin/accounts/" + login, "", admin.headers()).status();
  }
}
