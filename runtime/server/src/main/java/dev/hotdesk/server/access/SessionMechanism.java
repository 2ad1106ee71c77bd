package dev.hotdesk.server.access;

import dev.hotdesk.server.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;

/** Recognises staff by their cookie, and programs by their token, on every request. */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {

  @Inject LoginSessions sessions;
  @Inject MetricsToken metricsToken;
  @Inject ApiTokens apiTokens;
  @Inject Audit audit;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    var login = Caller.token(request).flatMap(sessions::ofToken);
    if (login.isPresent()) {
      Caller.remember(request, login.get());
      var account = login.get().account();
      return context.notifyContainerAboutLogin(account.login(), account.groups());
    }
    var authorization = Optional.ofNullable(request.getHeader("Authorization"));
    var token = ApiTokens.in(authorization);
    if (token.isPresent()) {
      var known = apiTokens.find(token.get());
      if (known.isPresent()) {
        Caller.remember(request, known.get());
        return context.notifyContainerAboutLogin(known.get().caller(), Set.of(Role.ADMIN.word()));
      }
      Caller.refuse(request, wrongToken(request.getRemoteAddr()));
    }
    if (metricsToken.isIn(authorization)) {
      return context.notifyContainerAboutLogin(MetricsToken.CALLER, Set.of(MetricsToken.ROLE));
    }
    return context.isProtected() ? context.responseUnauthorized() : context.doNothing();
  }

  private Response wrongToken(String address) {
    var pause = apiTokens.wrong(address);
    if (pause.isZero()) {
      audit.add("?", "token.wrong", "", address);
      return Problem.of(401, "The token is wrong, has expired or was revoked.").response().build();
    }
    return Problem.of(429, "Too many wrong tokens; try again later.")
        .response()
        .header("Retry-After", pause.toSeconds() + 1)
        .build();
  }
}
