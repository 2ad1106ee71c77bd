package dev.hotdesk.server.objects;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests to an object store: AWS Signature, version 4, in the header {@code Authorization}.
 *
 * @param region part of what is signed
 * @param key names the secret to the store
 * @param secret never leaves this server
 */
record Signature(String region, String key, String secret) {

  private static final String METHOD = "AWS4-HMAC-SHA256";
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /**
   * The value of {@code Authorization}.
   *
   * @param path as it is sent, so encoded
   * @param query as it is sent, its names in order
   * @param headers those that are signed, by their names in small letters; {@code x-amz-date} is
   *     one of them
   * @param content the hash of the body
   */
  String of(
      String method,
      String path,
      String query,
      SortedMap<String, String> headers,
      String content,
      Instant at) {
    var names = String.join(";", headers.keySet());
    var lines =
        headers.entrySet().stream()
            .map(it -> it.getKey() + ":" + it.getValue().strip() + "\n")
            .collect(Collectors.joining());
    var request = String.join("\n", method, path, query, lines, names, content);
    var day = SECOND.format(at).substring(0, 8);
    var scope = String.join("/", day, region, "s3", "aws4_request");
    var words = String.join("\n", METHOD, SECOND.format(at), scope, sha256(bytes(request)));
    return "%s Credential=%s/%s,SignedHeaders=%s,Signature=%s"
        .formatted(METHOD, key, scope, names, HexFormat.of().formatHex(mac(signing(day), words)));
  }

  /** A time as it is sent in {@code x-amz-date}. */
  static String date(Instant at) {
    return SECOND.format(at);
  }

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** The key for one day, made from the secret. */
  private byte[] signing(String day) {
    return mac(mac(mac(mac(bytes("AWS4" + secret), day), region), "s3"), "aws4_request");
  }

  private static byte[] mac(byte[] key, String words) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes(words));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "Signature[region=" + region + ", key=" + key + "]";
  }
}
