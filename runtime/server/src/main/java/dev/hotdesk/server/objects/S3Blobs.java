package dev.hotdesk.server.objects;

import dev.hotdesk.server.attachment.Blobs;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Keeps bytes in a bucket. The store is told the hash of what it gets, and acknowledges only what
 * it holds whole. Objects are named as {@link dev.hotdesk.server.attachment.DiskBlobs} names files,
 * so a folder can be copied there as it is.
 */
public final class S3Blobs implements Blobs, AutoCloseable {

  private static final String NOTHING = Signature.sha256(new byte[0]);

  private final Bucket bucket;
  private final Requests requests;

  /**
   * In this bucket.
   *
   * @param patience how long to wait for a connection, and for an answer
   */
  public S3Blobs(Bucket bucket, Duration patience, Clock clock) {
    this.bucket = bucket;
    this.requests = new Requests(bucket, patience, clock);
  }

  @Override
  public void put(String key, Path file) throws IOException {
    var object = object(key);
    requests.send("PUT", object, BodyPublishers.ofFile(file), hash(file)).body().close();
    Files.delete(file);
  }

  @Override
  public InputStream open(String key) throws IOException {
    var response = ask("GET", object(key));
    if (response.statusCode() == 404) {
      throw new FileNotFoundException("The file " + key + " is not in " + bucket);
    }
    return Lent.within(response.body());
  }

  @Override
  public void delete(String key) throws IOException {
    ask("DELETE", object(key)).body().close();
  }

  /**
   * Puts something there, reads it and deletes it.
   *
   * @throws RefusedRequestException if it may not; the message says what to mend
   * @throws IOException if the store cannot be reached, which may pass
   */
  public void check() throws IOException {
    var object = "hotdesk-check-" + UUID.randomUUID();
    var words =
        "Hotdesk was here to see whether it may keep files.".getBytes(StandardCharsets.UTF_8);
    requests
        .send("PUT", object, BodyPublishers.ofByteArray(words), Signature.sha256(words))
        .body()
        .close();
    try (var found = ask("GET", object).body()) {
      if (!Arrays.equals(found.readNBytes(words.length + 1), words)) {
        throw new RefusedRequestException(
            "%s does not give back what was put there; is it an object store that speaks S3?"
                .formatted(bucket));
      }
    }
    ask("DELETE", object).body().close();
  }

  private HttpResponse<InputStream> ask(String method, String object) throws IOException {
    return requests.send(method, object, BodyPublishers.noBody(), NOTHING);
  }

  private static String object(String key) {
    if (!key.matches("[0-9a-zA-Z-]{8,200}")) {
      throw new IllegalArgumentException("Not a key of a file: " + key);
    }
    return key.substring(0, 2) + "/" + key;
  }

  private static String hash(Path file) throws IOException {
    var digest = Signature.sha256();
    try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() {
    requests.close();
  }
}
