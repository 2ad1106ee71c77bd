package dev.hotdesk.server.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves the workspace, the admin console and the widget out of memory, under a tag of their
 * content.
 *
 * <p>The container would go by the time in the archive, which reproducible builds keep the same: a
 * browser would stay on the pages of before an upgrade.
 */
@WebFilter(
    urlPatterns = {"/", "/workspace/*", "/admin/*", "/widget/*"},
    asyncSupported = true)
public class StaticPages implements Filter {

  private static final Map<String, String> MOVED =
      Map.of("/", "/workspace/", "/workspace", "/workspace/", "/admin", "/admin/");

  private final Map<String, Page> pages = new ConcurrentHashMap<>();

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var asked = (HttpServletRequest) request;
    var answer = (HttpServletResponse) response;
    var path = asked.getServletPath() + Optional.ofNullable(asked.getPathInfo()).orElse("");
    var moved = MOVED.get(path);
    if (moved != null) {
      answer.setStatus(HttpServletResponse.SC_FOUND);
      answer.setHeader("Location", moved);
      return;
    }
    var page = isRead(asked) ? page(asked.getServletContext(), path) : Optional.<Page>empty();
    if (page.isPresent()) {
      send(page.get(), path, asked, answer);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isRead(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  private static void send(
      Page page, String path, HttpServletRequest asked, HttpServletResponse answer)
      throws IOException {
    answer.setHeader("ETag", page.tag());
    answer.setHeader("Vary", "Accept-Encoding");
    answer.setHeader(
        "Cache-Control", path.startsWith("/widget/") ? "public, max-age=300" : "no-cache");
    if (page.tag().equals(asked.getHeader("If-None-Match"))) {
      answer.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    answer.setContentType(page.type());
    var encodings = asked.getHeader("Accept-Encoding");
    var zipped = encodings != null && encodings.contains("gzip");
    var body = zipped ? page.zipped() : page.plain();
    if (zipped) {
      answer.setHeader("Content-Encoding", "gzip");
    }
    answer.setContentLength(body.length);
    if (asked.getMethod().equals("GET")) {
      answer.getOutputStream().write(body);
    }
  }

  private Optional<Page> page(ServletContext context, String path) throws IOException {
    var file = path.endsWith("/") ? path + "index.html" : path;
    var known = pages.get(file);
    if (known != null) {
      return Optional.of(known);
    }
    try (var content = context.getResourceAsStream(file)) {
      if (content == null) {
        return Optional.empty();
      }
      var page = Page.of(content.readAllBytes(), context.getMimeType(file));
      pages.put(file, page);
      return Optional.of(page);
    }
  }
}
