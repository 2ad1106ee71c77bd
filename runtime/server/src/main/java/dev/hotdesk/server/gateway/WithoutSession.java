package dev.hotdesk.server.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * A request that has no HTTP session and gets none. Liberty would make one for each WebSocket, keep
 * it for half an hour, and send its cookie to the shop's page.
 */
final class WithoutSession extends HttpServletRequestWrapper {

  WithoutSession(HttpServletRequest request) {
    super(request);
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
