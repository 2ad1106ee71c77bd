package dev.hotdesk.api;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Calls other systems over HTTP, through the runtime's client. Only hosts that the manifest names
 * can be reached, redirects included.
 *
 * <p>Implemented by the runtime and the testkit only. Calls block; by many threads at once.
 *
 * <pre>{@code
 * var response = context.http().send(Http.Request.get(URI.create("https://api.shop.example/hours")));
 * }</pre>
 */
public interface Http {

  /**
   * Sends a request and waits for the whole answer, at most 1 MiB of it.
   *
   * @return the answer, whatever its status
   * @throws NotPermittedException if the manifest has no permission {@code outbound:HOST} for it
   * @throws java.io.UncheckedIOException if there was no answer in time, or the connection failed
   */
  Response send(Request request);

  /**
   * What is asked.
   *
   * @param method such as {@code GET}
   * @param uri whom; {@code http} or {@code https}
   * @param headers by name
   * @param body empty for none
   * @param timeout for the whole call
   */
  record Request(
      String method, URI uri, Map<String, String> headers, String body, Duration timeout) {

    /** Copies the headers. */
    public Request {
      headers = Map.copyOf(headers);
    }

    /** A GET with a timeout of one second. */
    public static Request get(URI uri) {
      return new Request("GET", uri, Map.of(), "", Duration.ofSeconds(1));
    }

    /** A POST of a JSON text with a timeout of one second. */
    public static Request post(URI uri, String json) {
      return new Request(
          "POST", uri, Map.of("Content-Type", "application/json"), json, Duration.ofSeconds(1));
    }
  }

  /**
   * What was answered.
   *
   * @param status such as 200
   * @param headers by name in lower case; of several of one name the first
   * @param body as text in the answer's own encoding, UTF-8 if it names none
   */
  record Response(int status, Map<String, String> headers, String body) {

    /** Copies the headers. */
    public Response {
      headers = Map.copyOf(headers);
    }
  }
}
