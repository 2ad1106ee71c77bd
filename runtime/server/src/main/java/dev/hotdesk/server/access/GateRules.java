package dev.hotdesk.server.access;

import dev.hotdesk.server.access.MetricsToken.Same;
import dev.hotdesk.server.http.Problem;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may pass the gate of REST, whatever lies behind it: closed but for what is named here.
 *
 * @param method the HTTP method
 * @param path beneath {@code /api}
 * @param origin of the page that sends the request, if the browser says so
 * @param host the address by which we were called
 * @param csrf the token that a page repeats
 */
record GateRules(
    String method, String path, Optional<String> origin, String host, Optional<String> csrf) {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** Customers have tokens of their own; who may call a plugin's function, it decides itself. */
  private static final List<String> OPEN = List.of("customer/", "plugins/");

  private static final Set<String> LOGIN = Set.of("access/login", "access/token");
  private static final String ADMIN = "admin/";

  /** Who has a token for a while should not get in for longer. */
  private static final List<String> NOT_BY_TOKEN =
      List.of("admin/tokens", "admin/accounts", "admin/accounts/");

  /** What to answer instead; empty if the request may pass. */
  Optional<Problem> refusal(boolean known, Optional<Login> login, boolean token) {
    var below = path.startsWith("/") ? path.substring(1) : path;
    if (OPEN.stream().anyMatch(below::startsWith)) {
      return Optional.empty();
    }
    if (!READING.contains(method) && !isOwnOrigin()) {
      return Optional.of(Problem.of(403, "This page is of another origin."));
    }
    if (LOGIN.contains(below)) {
      return Optional.empty();
    }
    if (!known) {
      return Optional.of(Problem.of(401, "Log in first."));
    }
    if (token) {
      return byToken(below);
    }
    if (READING.contains(method)) {
      return Optional.empty();
    }
    return login.isPresent() && Same.text(csrf.orElse(""), login.get().csrf())
        ? Optional.empty()
        : Optional.of(Problem.of(403, "The header X-Hotdesk-CSRF is missing or wrong."));
  }

  /** No page has a token, so there is no request that a page could forge. */
  private Optional<Problem> byToken(String below) {
    if (!below.startsWith(ADMIN)) {
      return Optional.of(Problem.of(403, "A token opens what is the admins' only."));
    }
    var isShut =
        NOT_BY_TOKEN.stream()
            .anyMatch(path -> below.equals(path) || (path.endsWith("/") && below.startsWith(path)));
    return READING.contains(method) || !isShut
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                403, "Accounts and new tokens want somebody who is logged in, not a token."));
  }

  /** A proxy may have taken the TLS off, so the scheme does not count. */
  private boolean isOwnOrigin() {
    if (origin.isEmpty()) {
      return true;
    }
    try {
      var authority = URI.create(origin.get()).getRawAuthority();
      return authority != null && authority.equalsIgnoreCase(host);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
