package dev.hotdesk.server.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * A request that has no HTTP session and gets none. Liberty would make one for each WebSocket, keep
 * it for half an hour, and send its cookie to the shop's page.
 */
final class WithoutSession extends HttpServletRequestWrapper {

  private final @Nullable Principal caller;

  WithoutSession(HttpServletRequest request, @Nullable Principal caller) {
    super(request);
    this.caller = caller;
  }

  /** A socket asks this one again, later on, whether they are still logged in. */
  @Override
  public @Nullable Principal getUserPrincipal() {
    return caller;
  }

  @Override
  public @Nullable HttpSession getSession() {
    return null;
  }

  @Override
  public @Nullable HttpSession getSession(boolean create) {
    return null;
  }
}
