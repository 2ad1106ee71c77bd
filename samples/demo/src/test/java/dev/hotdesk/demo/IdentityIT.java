package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.site.Shop;
import dev.hotdesk.bench.site.Site;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whom the shop vouches for sees their own orders, and nobody else's. */
@ExtendWith(OpenHouse.class)
class IdentityIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final long HOUR = 3600;

  private final Site site;

  IdentityIT(Site site) {
    this.site = site;
  }

  @Test
  void a_customer_the_shop_vouches_for_is_told_of_their_order_at_once()
      throws GeneralSecurityException {
    try (var lin = connected()) {
      lin.send(Frame.of("identify", "jwt", voucher("C-1001", HOUR - 60, Shop.SECRET)));

      assertThat(lin.await(() -> lin.customer().equals("C-1001"), SOON)).isTrue();
      assertThat(lin.ask("where is order 20261123-88", SOON))
          .hasValueSatisfying(it -> assertThat(it.text()).contains("SF"));
    }
  }

  @Test
  void orders_of_others_stay_theirs() throws GeneralSecurityException {
    try (var wang = connected()) {
      wang.send(Frame.of("identify", "jwt", voucher("C-1002", HOUR - 60, Shop.SECRET)));
      assertThat(wang.await(() -> wang.customer().equals("C-1002"), SOON)).isTrue();

      assertThat(wang.ask("where is order 20261123-88", SOON))
          .hasValueSatisfying(it -> assertThat(it.text()).doesNotContain("SF", "sweater"));
    }
  }

  @Test
  void vouchers_that_have_expired_last_too_long_or_are_signed_by_others_are_refused()
      throws GeneralSecurityException {
    try (var mallory = connected()) {
      mallory.send(Frame.of("identify", "jwt", voucher("C-1001", -60, Shop.SECRET)));
      mallory.send(Frame.of("identify", "jwt", voucher("C-1001", 48 * HOUR, Shop.SECRET)));
      mallory.send(Frame.of("identify", "jwt", voucher("C-1001", 60, "x".repeat(40))));

      assertThat(mallory.await(() -> mallory.errors().size() == 3, SOON)).isTrue();
      assertThat(mallory.errors()).allMatch(it -> it.text("code").equals("identify"));
      assertThat(mallory.customer()).isEmpty();
    }
  }

  private CustomerClient connected() {
    return CustomerClient.connect(site.web(), site.shopOrigin(), "en");
  }

  private static String voucher(String customer, long seconds, String secret)
      throws GeneralSecurityException {
    var exp = Instant.now().getEpochSecond() + seconds;
    var signed =
        encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + encoded(
                "{\"sub\":\"%s\",\"exp\":%d}"
                    .formatted(customer, exp)
                    .getBytes(StandardCharsets.UTF_8));
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return signed + "." + encoded(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
