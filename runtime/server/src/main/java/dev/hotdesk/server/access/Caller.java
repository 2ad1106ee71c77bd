package dev.hotdesk.server.access;

import dev.hotdesk.server.http.Problem;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;

/** Who sent the present request. */
final class Caller {

  private static final String ATTRIBUTE = Login.class.getName();

  private static final String TOKEN = ApiTokens.class.getName();
  private static final String REFUSED = Problem.class.getName();

  private Caller() {}

  /** The request came with a good token. */
  static void remember(HttpServletRequest request, ApiTokens.Shown token) {
    request.setAttribute(TOKEN, token);
  }

  /** Whether the request came with a good token, and not from a browser that is logged in. */
  static boolean hasToken(HttpServletRequest request) {
    return request.getAttribute(TOKEN) != null;
  }

  /** The request came with a token that is not good, and is to be answered so. */
  static void refuse(HttpServletRequest request, Response answer) {
    request.setAttribute(REFUSED, answer);
  }

  /** How to answer a request whose token is not good. */
  static Optional<Response> refusal(HttpServletRequest request) {
    return Optional.ofNullable((Response) request.getAttribute(REFUSED));
  }

  static void remember(HttpServletRequest request, Login login) {
    request.setAttribute(ATTRIBUTE, login);
  }

  static Optional<Login> of(HttpServletRequest request) {
    return Optional.ofNullable((Login) request.getAttribute(ATTRIBUTE));
  }

  static Optional<String> token(HttpServletRequest request) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(LoginSessions.COOKIE))
        .map(Cookie::getValue)
        .findFirst();
  }
}
