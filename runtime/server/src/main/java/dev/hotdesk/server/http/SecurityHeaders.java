package dev.hotdesk.server.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells browsers what our pages may do, which is little, and who may embed them, which is nobody.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SecurityHeaders implements Filter {

  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var answer = (HttpServletResponse) response;
    var asked = (HttpServletRequest) request;
    var path = asked.getRequestURI();
    if (path.startsWith("/ws/")) {
      // They mean nothing to a socket, and the server keeps them for as long as it is open.
      chain.doFilter(request, response);
      return;
    }
    answer.setHeader("X-Content-Type-Options", "nosniff");
    answer.setHeader("Referrer-Policy", "same-origin");
    answer.setHeader("Content-Security-Policy", POLICY);
    answer.setHeader("X-Frame-Options", "DENY");
    answer.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    if (Connection.isSecure(asked)) {
      answer.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    answer.setHeader(
        "Cross-Origin-Resource-Policy", isForShops(path) ? "cross-origin" : "same-origin");
    if (path.startsWith("/api/")) {
      answer.setHeader("Cache-Control", "no-store");
    }
    chain.doFilter(request, response);
  }

  /** What a shop's page, on another origin, loads from us. */
  private static boolean isForShops(String path) {
    return path.startsWith("/widget/") || path.startsWith("/api/customer/");
  }
}
