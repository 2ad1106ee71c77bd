package dev.hotdesk.server.http;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A fault as told to a client, after RFC 9457.
 *
 * @param title the kind of fault
 * @param status the HTTP status
 * @param detail what to do about it, or empty
 */
public record Problem(String title, int status, String detail) {

  /** Its media type. */
  public static final MediaType TYPE = new MediaType("application", "problem+json");

  /** A fault with this status. */
  public static Problem of(int status, String detail) {
    var known = Response.Status.fromStatusCode(status);
    return new Problem(known == null ? "Fault" : known.getReasonPhrase(), status, detail);
  }

  /** An answer that tells it. */
  public Response.ResponseBuilder response() {
    return Response.status(status).type(TYPE).entity(json());
  }

  /** Tells it where there is no REST. */
  public void writeTo(HttpServletResponse answer) throws IOException {
    var body = json().getBytes(StandardCharsets.UTF_8);
    answer.setStatus(status);
    answer.setContentType("application/problem+json");
    answer.setContentLength(body.length);
    answer.getOutputStream().write(body);
  }

  private String json() {
    return "{\"title\":"
        + quoted(title)
        + ",\"status\":"
        + status
        + ",\"detail\":"
        + quoted(detail)
        + "}";
  }

  private static String quoted(String text) {
    return jakarta.json.Json.createValue(text).toString();
  }
}
