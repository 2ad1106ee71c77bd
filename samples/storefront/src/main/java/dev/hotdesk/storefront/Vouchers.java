package dev.hotdesk.storefront;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Vouches for customers who have signed in to the shop: JWTs that Hotdesk can check. */
record Vouchers(String secret) {

  private static final Duration VALID = Duration.ofMinutes(30);

  /** A token that says who the customer is. */
  String voucher(String customerId, Instant now) {
    var head = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    var body =
        encoded(
            "{\"sub\":\"%s\",\"iat\":%d,\"exp\":%d}"
                .formatted(customerId, now.getEpochSecond(), now.plus(VALID).getEpochSecond()));
    return head + "." + body + "." + signature(head + "." + body);
  }

  private String signature(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return encoded(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot sign with HmacSHA256", e);
    }
  }

  private static String encoded(String text) {
    return encoded(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
