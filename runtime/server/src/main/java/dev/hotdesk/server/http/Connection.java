package dev.hotdesk.server.http;

import jakarta.servlet.http.HttpServletRequest;

/** How a request came to us. */
public final class Connection {

  private Connection() {}

  /** The address by which we were called, as a page's origin has it; HTTP/2 has no Host header. */
  public static String host(HttpServletRequest request) {
    var host = request.getHeader("Host");
    if (host != null) {
      return host;
    }
    var port = request.getServerPort();
    var isUsual = port == (request.getScheme().equals("https") ? 443 : 80);
    return request.getServerName() + (isUsual ? "" : ":" + port);
  }

  /**
   * Whether the browser came over TLS. A client that only claims so gets a cookie that it sends
   * over TLS only, which harms nobody else.
   */
  public static boolean isSecure(HttpServletRequest request) {
    return request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
  }
}
