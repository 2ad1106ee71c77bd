package dev.hotdesk.bench.client;

import java.util.List;
import java.util.Map;

/**
 * Somebody of the shop who has logged in.
 *
 * @param cookie the session cookie, as a request sends it
 * @param csrf what goes with every change
 */
public record Staff(Web web, String login, List<String> roles, String cookie, String csrf) {

  /**
   * Logs in.
   *
   * @throws RefusedException with the HTTP status as code
   */
  public static Staff login(Web web, String login, String password) {
    var answer =
        web.post("/api/access/login", Frame.body("login", login, "password", password), Map.of())
            .orThrow();
    var cookie = answer.headers().getOrDefault("set-cookie", "");
    var me = answer.json();
    return new Staff(
        web,
        me.text("login"),
        me.texts("roles").toList(),
        cookie.substring(0, cookie.indexOf(';') < 0 ? cookie.length() : cookie.indexOf(';')),
        me.text("csrf"));
  }

  /** What a changing request of this person carries. */
  public Map<String, String> headers() {
    return Map.of("Cookie", cookie, "X-Hotdesk-CSRF", csrf, "Origin", web.origin());
  }

  /** Reads an object. */
  public Frame get(String path) {
    return web.get(path, headers()).orThrow().json();
  }

  /** Changes something. */
  public Frame post(String path, Frame body) {
    return web.post(path, body, headers()).orThrow().json();
  }
}
