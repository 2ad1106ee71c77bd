package dev.hotdesk.server.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/** Who sent the present request. */
final class Caller {

  private static final String ATTRIBUTE = Login.class.getName();

  private Caller() {}

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
