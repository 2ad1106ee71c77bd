package dev.hotdesk.bench.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/**
 * The addresses of one Hotdesk, and plain requests to it.
 *
 * @param base such as {@code http://localhost:9080}
 */
public record Web(URI base) {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** An answer over HTTP, whatever its status. */
  public record Answer(int status, String body, Map<String, String> headers) {

    /** The body as an object; empty if it is not one. */
    public Frame json() {
      return body.startsWith("{") ? Frame.parse(body) : Frame.body();
    }

    /** This answer, if the status tells of success. */
    public Answer orThrow() {
      if (status >= 300) {
        throw new RefusedException(String.valueOf(status), body);
      }
      return this;
    }
  }

  /** The address of a socket. */
  public URI socket(String path) {
    return URI.create("ws" + base.toString().substring("http".length()) + path);
  }

  /** This server's own origin. */
  public String origin() {
    return base.getScheme() + "://" + base.getAuthority();
  }

  /** Reads. */
  public Answer get(String path, Map<String, String> headers) {
    return send("GET", path, "", headers);
  }

  /** Sends an object. */
  public Answer post(String path, Frame body, Map<String, String> headers) {
    return send("POST", path, body.toString(), headers);
  }

  /** Sends anything. */
  public Answer send(String method, String path, String body, Map<String, String> headers) {
    return send(method, path, HttpRequest.BodyPublishers.ofString(body), headers);
  }

  /** Sends a file. */
  public Answer upload(String path, byte[] bytes, Map<String, String> headers) {
    return send("POST", path, HttpRequest.BodyPublishers.ofByteArray(bytes), headers);
  }

  private Answer send(
      String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(PATIENCE)
            .method(method, body)
            .setHeader("Content-Type", "application/json");
    headers.forEach(request::setHeader);
    try {
      var response = Socket.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      var received = new java.util.TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
      response.headers().map().forEach((name, values) -> received.put(name, values.getFirst()));
      return new Answer(response.statusCode(), response.body(), received);
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted during " + method + " " + path, e);
    }
  }
}
