package dev.hotdesk.server.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What is told where nobody of ours answers: at all other addresses, and where something failed. In
 * our words, and without a word of the container.
 */
@WebServlet(
    urlPatterns = {"/", "/error"},
    asyncSupported = true)
public class ErrorPage extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** Of any method: the one that failed is asked here again. */
  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer failed
            ? failed
            : HttpServletResponse.SC_NOT_FOUND;
    Problem.of(status, detail(status)).writeTo(response);
  }

  private static String detail(int status) {
    return switch (status) {
      case 400 -> "The request is not HTTP as it should be; look at its address and headers.";
      case 401 -> "Log in first.";
      case 403 -> "Not for this log-in, or not for pages of this origin.";
      case 404 -> "Nothing is at this address; look at its spelling.";
      case 405, 501 -> "This address does not take requests of this method.";
      case 503 -> "Hotdesk is starting or stopping; ask again in some seconds.";
      default -> "";
    };
  }
}
