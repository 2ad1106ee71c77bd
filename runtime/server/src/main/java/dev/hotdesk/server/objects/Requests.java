package dev.hotdesk.server.objects;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Sends signed requests to an object store, and again if the line breaks or the store is busy: each
 * of ours does the same when it comes twice.
 */
final class Requests implements AutoCloseable {

  private static final int TRIES = 3;
  private static final int MOST_OF_AN_ERROR = 4_096;
  private static final Pattern CODE = Pattern.compile("<Code>([\\w.]{1,60})</Code>");

  private final Bucket bucket;
  private final Signature signature;
  private final Duration patience;
  private final Clock clock;
  private final HttpClient client;

  Requests(Bucket bucket, Duration patience, Clock clock) {
    this.bucket = bucket;
    this.signature = bucket.signature();
    this.patience = patience;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build();
  }

  /**
   * What the store answered: a success, or that there is no such object. Its body is open.
   *
   * @param hash of the content
   * @throws RefusedRequestException if it refuses
   * @throws IOException if it cannot be reached or is busy, also after some tries
   */
  HttpResponse<InputStream> send(String method, String object, BodyPublisher content, String hash)
      throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        var response =
            client.send(request(method, object, content, hash), BodyHandlers.ofInputStream());
        if (!isBusy(response.statusCode())) {
          return judged(method, response);
        }
        if (attempt == TRIES) {
          throw new IOException(said(method, response));
        }
        response.body().close();
      } catch (RefusedRequestException e) {
        throw e;
      } catch (IOException e) {
        if (attempt == TRIES) {
          throw new IOException(
              "%s did not take a %s in %d tries: %s".formatted(bucket, method, TRIES, e), e);
        }
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
      pause(attempt);
    }
  }

  private HttpRequest request(String method, String object, BodyPublisher content, String hash) {
    var address = bucket.address(object);
    var now = clock.instant();
    var headers = new TreeMap<String, String>();
    headers.put("host", host(address));
    headers.put("x-amz-content-sha256", hash);
    headers.put("x-amz-date", Signature.date(now));
    var authorization = signature.of(method, address.getRawPath(), "", headers, hash, now);
    // The client says the host itself, in the same way.
    return HttpRequest.newBuilder(address)
        .timeout(patience)
        .method(method, content)
        .header("Authorization", authorization)
        .header("x-amz-content-sha256", hash)
        .header("x-amz-date", Signature.date(now))
        .build();
  }

  private static String host(URI address) {
    int usual = "https".equals(address.getScheme()) ? 443 : 80;
    return address.getPort() < 0 || address.getPort() == usual
        ? address.getHost()
        : address.getHost() + ":" + address.getPort();
  }

  private static boolean isBusy(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  private HttpResponse<InputStream> judged(String method, HttpResponse<InputStream> response)
      throws IOException {
    int status = response.statusCode();
    if (status / 100 == 2) {
      return response;
    }
    var words = said(method, response);
    if (status == 404 && !method.equals("PUT") && !words.contains("NoSuchBucket")) {
      return response;
    }
    throw new RefusedRequestException(words);
  }

  /** What a refusal says of itself; closes it. */
  private String said(String method, HttpResponse<InputStream> response) throws IOException {
    try (var body = response.body()) {
      var text = new String(body.readNBytes(MOST_OF_AN_ERROR), StandardCharsets.UTF_8);
      var code = CODE.matcher(text);
      var word = code.find() ? code.group(1) : "no reason";
      return "%s answered a %s with %d (%s); %s"
          .formatted(
              bucket, method, response.statusCode(), word, advice(response.statusCode(), word));
    }
  }

  private static String advice(int status, String word) {
    return switch (word) {
      case "InvalidAccessKeyId" -> "it does not know hotdesk.attachments.s3.key";
      case "SignatureDoesNotMatch" ->
          "hotdesk.attachments.s3.secret is another's, or hotdesk.attachments.s3.region is wrong";
      case "RequestTimeTooSkewed" -> "this server's clock is wrong: set it";
      case "NoSuchBucket" -> "make the bucket, or mend hotdesk.attachments.s3.bucket";
      case "AccessDenied" ->
          "the key must be allowed to put, get and delete objects in this bucket";
      case "AuthorizationHeaderMalformed" -> "mend hotdesk.attachments.s3.region";
      default ->
          status / 100 == 3 || status == 404 || status == 405
              ? "mend hotdesk.attachments.s3.endpoint or hotdesk.attachments.s3.style"
              : "its own log says more";
    };
  }

  private static void pause(int attempt) throws IOException {
    try {
      Thread.sleep(Duration.ofMillis(100L * attempt + ThreadLocalRandom.current().nextInt(200)));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static InterruptedIOException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    var told = new InterruptedIOException("A request to the object store was given up");
    told.initCause(e);
    return told;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
