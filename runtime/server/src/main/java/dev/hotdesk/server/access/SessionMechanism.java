package dev.hotdesk.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;

/** Recognises staff by their cookie, and the metrics collector by its token, on every request. */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {

  @Inject LoginSessions sessions;
  @Inject MetricsToken metricsToken;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    var login = Caller.token(request).flatMap(sessions::ofToken);
    if (login.isPresent()) {
      Caller.remember(request, login.get());
      var account = login.get().account();
      return context.notifyContainerAboutLogin(account.login(), account.groups());
    }
    if (metricsToken.isIn(Optional.ofNullable(request.getHeader("Authorization")))) {
      return context.notifyContainerAboutLogin(MetricsToken.CALLER, Set.of(MetricsToken.ROLE));
    }
    return context.isProtected() ? context.responseUnauthorized() : context.doNothing();
  }
}
