package dev.hotdesk.cli;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A Hotdesk, as a program talks to it. */
final class Server {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Credentials credentials;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  Server(Credentials credentials) {
    this.credentials = credentials;
  }

  JsonObject get(String path) {
    return send("GET", path, BodyPublishers.noBody(), "", true);
  }

  JsonObject post(String path) {
    return send("POST", path, BodyPublishers.noBody(), "", true);
  }

  JsonObject delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody(), "", true);
  }

  JsonObject send(String method, String path, JsonObject body) {
    return send(method, path, BodyPublishers.ofString(body.toString()), "application/json", true);
  }

  /** Without a token. */
  JsonObject asNobody(String method, String path, JsonObject body) {
    return send(method, path, BodyPublishers.ofString(body.toString()), "application/json", false);
  }

  /** As {@link #send}, where these faults are answers too. */
  JsonObject answer(String method, String path, JsonObject body, List<Integer> faults) {
    try {
      return send(method, path, body);
    } catch (RefusedException e) {
      if (faults.contains(e.status())) {
        return e.body();
      }
      throw e;
    }
  }

  /** Sends files as a form does. */
  JsonObject upload(String path, List<Path> files) {
    var boundary = "hotdesk-" + UUID.randomUUID();
    var parts = new ArrayList<BodyPublisher>();
    try {
      for (var file : files) {
        var name = file.getFileName().toString().replaceAll("[\"\\\\\\p{Cntrl}]", "_");
        parts.add(
            BodyPublishers.ofString(
                "--%s\r\nContent-Disposition: form-data; name=\"jar\"; filename=\"%s\"\r\nContent-Type: application/java-archive\r\n\r\n"
                    .formatted(boundary, name)));
        parts.add(BodyPublishers.ofFile(file));
        parts.add(BodyPublishers.ofString("\r\n"));
      }
    } catch (FileNotFoundException e) {
      throw new RefusedException(0, Texts.text("no-file", String.valueOf(e.getMessage())));
    }
    parts.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
    var body = BodyPublishers.concat(parts.toArray(new BodyPublisher[0]));
    return send("POST", path, body, "multipart/form-data; boundary=" + boundary, true);
  }

  /** A word as it may stand in an address. */
  static String word(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private JsonObject send(
      String method, String path, BodyPublisher body, String type, boolean isKnown) {
    var request =
        HttpRequest.newBuilder(URI.create(credentials.url() + "/api/" + path))
            .timeout(PATIENCE)
            .method(method, body)
            .header("Accept", "application/json, application/problem+json")
            .header("Accept-Language", Texts.isChinese() ? "zh" : "en");
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    if (isKnown) {
      credentials.token().ifPresent(it -> request.header("Authorization", "Bearer " + it));
    }
    try {
      var response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      var json = json(response);
      if (response.statusCode() >= 300) {
        throw refused(response.statusCode(), json, isKnown);
      }
      return json;
    } catch (IOException e) {
      throw new UnreachableException(Texts.text("unreachable", credentials.url(), e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreachableException(Texts.text("unreachable", credentials.url(), e), e);
    }
  }

  private RefusedException refused(int status, JsonObject problem, boolean isKnown) {
    if (isKnown && status == 401 && credentials.token().isEmpty()) {
      return new RefusedException(status, Texts.text("log-in-first", credentials.url()), problem);
    }
    var detail = problem.getString("detail", "");
    var title = problem.getString("title", "HTTP " + status);
    return new RefusedException(status, detail.isEmpty() ? title : detail, problem);
  }

  private JsonObject json(HttpResponse<byte[]> response) {
    var body = response.body();
    if (body.length == 0) {
      return JsonObject.EMPTY_JSON_OBJECT;
    }
    try (var reader = Json.createReader(new ByteArrayInputStream(body))) {
      return reader.readObject();
    } catch (JsonException e) {
      if (response.statusCode() >= 300) {
        return JsonObject.EMPTY_JSON_OBJECT;
      }
      throw new RefusedException(0, Texts.text("not-hotdesk", credentials.url()));
    }
  }
}
