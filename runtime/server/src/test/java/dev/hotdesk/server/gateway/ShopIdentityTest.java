package dev.hotdesk.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShopIdentityTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final String SECRET = "the-shop-and-we-know-this-secret".repeat(2);

  private final ShopIdentity identity =
      new ShopIdentity(Optional.of(SECRET), Clock.fixed(NOON, ZoneOffset.UTC));

  @Test
  void believes_the_shop() throws JOSEException {
    assertThat(identity.vouched(word("C-1", Duration.ofMinutes(5), JWSAlgorithm.HS256)))
        .contains(new ShopIdentity.Vouched("C-1", "gold"));
  }

  @Test
  void believes_nothing_old_nothing_too_long_and_nothing_odd() throws JOSEException {
    assertThat(identity.vouched(word("C-1", Duration.ofSeconds(-1), JWSAlgorithm.HS256))).isEmpty();
    assertThat(identity.vouched(word("C-1", Duration.ofHours(2), JWSAlgorithm.HS256))).isEmpty();
    assertThat(identity.vouched(word("C 1\n", Duration.ofMinutes(5), JWSAlgorithm.HS256)))
        .isEmpty();
    assertThat(identity.vouched("nonsense")).isEmpty();
  }

  @Test
  void believes_no_other_algorithm() throws JOSEException {
    assertThat(identity.vouched(word("C-1", Duration.ofMinutes(5), JWSAlgorithm.HS512))).isEmpty();
    assertThat(identity.vouched(new PlainJWT(claims("C-1", Duration.ofMinutes(5))).serialize()))
        .isEmpty();
  }

  @Test
  void believes_nobody_without_a_secret() throws JOSEException {
    var closed = new ShopIdentity(Optional.empty(), Clock.fixed(NOON, ZoneOffset.UTC));

    assertThat(closed.vouched(word("C-1", Duration.ofMinutes(5), JWSAlgorithm.HS256))).isEmpty();
  }

  private static String word(String customer, Duration life, JWSAlgorithm algorithm)
      throws JOSEException {
    var jwt = new SignedJWT(new JWSHeader(algorithm), claims(customer, life));
    jwt.sign(new MACSigner(SECRET));
    return jwt.serialize();
  }

  private static JWTClaimsSet claims(String customer, Duration life) {
    return new JWTClaimsSet.Builder()
        .subject(customer)
        .claim("tier", "gold")
        .expirationTime(Date.from(NOON.plus(life)))
        .build();
  }
}
