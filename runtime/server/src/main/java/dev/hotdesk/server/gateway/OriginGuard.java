package dev.hotdesk.server.gateway;

import dev.hotdesk.server.access.LoginSessions;
import dev.hotdesk.server.access.SocketCaller;
import dev.hotdesk.server.http.Connection;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Keeps pages of foreign origins out, before any handshake, and tells browsers who may come in. */
@WebFilter(
    urlPatterns = {"/ws/*", "/api/customer/*"},
    asyncSupported = true)
public class OriginGuard implements Filter {

  @Inject Origins origins;
  @Inject LoginSessions sessions;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var asked = (HttpServletRequest) request;
    var answer = (HttpServletResponse) response;
    var origin = Optional.ofNullable(asked.getHeader("Origin"));
    var host = Connection.host(asked);
    if (!isCustomers(asked)) {
      if (origin.filter(page -> Origins.isOwn(page, host)).isEmpty()) {
        answer.sendError(HttpServletResponse.SC_FORBIDDEN);
        return;
      }
      if (asked.getUserPrincipal() == null) {
        answer.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        return;
      }
      var caller = SocketCaller.of(asked, sessions);
      if (caller.filter(SocketCaller::mayServe).isEmpty()) {
        // Chats are not for who only manages the house.
        answer.sendError(HttpServletResponse.SC_FORBIDDEN);
        return;
      }
      chain.doFilter(new WithoutSession(asked, caller.get()), response);
      return;
    } else if (origin.isPresent()) {
      if (!origins.allows(origin.get(), host)) {
        answer.sendError(HttpServletResponse.SC_FORBIDDEN);
        return;
      }
      answer.setHeader("Access-Control-Allow-Origin", origin.get());
      answer.addHeader("Vary", "Origin");
      answer.setHeader("Access-Control-Expose-Headers", "Retry-After");
      if (asked.getMethod().equals("OPTIONS")) {
        answer.setHeader("Access-Control-Allow-Methods", "GET, POST");
        answer.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type");
        answer.setHeader("Access-Control-Max-Age", "600");
        answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return;
      }
    }
    chain.doFilter(new WithoutSession(asked, asked.getUserPrincipal()), response);
  }

  /**
   * Only what is written exactly so is the customers': an address in any other spelling that leads
   * to a door is taken for the operators'.
   */
  private static boolean isCustomers(HttpServletRequest asked) {
    return asked.getServletPath().equals("/api")
        || asked.getRequestURI().equals(asked.getContextPath() + "/ws/customer");
  }
}
