package dev.hotdesk.server.gateway;

import dev.hotdesk.server.access.LoginSessions;
import dev.hotdesk.server.access.SocketCaller;
import dev.hotdesk.server.http.Connection;
import dev.hotdesk.server.http.Problem;
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
import java.util.Set;

/** Keeps pages of foreign origins out, before any handshake, and tells browsers who may come in. */
@WebFilter(
    urlPatterns = {"/ws/*", "/api/customer/*"},
    asyncSupported = true)
public class OriginGuard implements Filter {

  private static final Set<String> DOORS = Set.of("/ws/customer", "/ws/operator");
  private static final int UPGRADE_REQUIRED = 426;
  private static final String FOREIGN = "Not for pages of this origin (hotdesk.origins).";

  @Inject Origins origins;
  @Inject LoginSessions sessions;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var asked = (HttpServletRequest) request;
    var answer = (HttpServletResponse) response;
    if (isDoor(asked) && !"websocket".equalsIgnoreCase(asked.getHeader("Upgrade"))) {
      tellToUpgrade(answer);
      return;
    }
    var origin = Optional.ofNullable(asked.getHeader("Origin"));
    var host = Connection.host(asked);
    if (!isCustomers(asked)) {
      if (origin.filter(page -> Origins.isOwn(page, host)).isEmpty()) {
        Problem.of(403, FOREIGN).writeTo(answer);
        return;
      }
      if (asked.getUserPrincipal() == null) {
        Problem.of(401, "Log in first.").writeTo(answer);
        return;
      }
      var caller = SocketCaller.of(asked, sessions);
      if (caller.filter(SocketCaller::mayServe).isEmpty()) {
        // Chats are not for who only manages the house.
        Problem.of(403, "Only operators and supervisors read chats.").writeTo(answer);
        return;
      }
      chain.doFilter(new WithoutSession(asked, caller.get()), response);
      return;
    } else if (origin.isPresent()) {
      if (!origins.allows(origin.get(), host)) {
        Problem.of(403, FOREIGN).writeTo(answer);
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

  private static boolean isDoor(HttpServletRequest asked) {
    return DOORS.contains(asked.getRequestURI().substring(asked.getContextPath().length()));
  }

  private static void tellToUpgrade(HttpServletResponse answer) throws IOException {
    answer.setHeader("Upgrade", "websocket");
    answer.setHeader("Connection", "Upgrade");
    new Problem(
            "Upgrade Required",
            UPGRADE_REQUIRED,
            "This address speaks WebSocket only: send GET with Upgrade: websocket and"
                + " Sec-WebSocket-Version: 13, and see that proxies pass them on. Without"
                + " WebSocket, customers use /api/customer/frames.")
        .writeTo(answer);
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
