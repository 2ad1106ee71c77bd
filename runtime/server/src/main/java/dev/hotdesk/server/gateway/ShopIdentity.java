package dev.hotdesk.server.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Believes the shop's word for who a customer is: a JWT that it signed a moment ago. */
public final class ShopIdentity {

  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final Pattern CUSTOMER = Pattern.compile("[\\p{L}\\p{N}_.:@-]{1,128}");

  private static final Pattern TIER = Pattern.compile("[\\p{L}\\p{N}_. -]{1,32}");

  private final Optional<byte[]> secret;
  private final Clock clock;

  /** Believes who knows this secret, of at least 32 bytes; nobody, if there is none. */
  public ShopIdentity(Optional<String> secret, Clock clock) {
    this.secret = secret.map(text -> text.getBytes(StandardCharsets.UTF_8));
    this.clock = clock;
  }

  /**
   * Whom the shop vouches for.
   *
   * @param customer its id of the customer
   * @param tier the customer's standing, in its own words; empty if it does not say
   */
  record Vouched(String customer, String tier) {}

  /** Whom the shop vouches for, if the word is good. */
  Optional<Vouched> vouched(String jwt) {
    if (secret.isEmpty()) {
      return Optional.empty();
    }
    try {
      var signed = SignedJWT.parse(jwt);
      if (!signed.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)
          || !signed.verify(new MACVerifier(secret.get()))) {
        return Optional.empty();
      }
      var claims = signed.getJWTClaimsSet();
      var now = clock.instant();
      var expires = claims.getExpirationTime();
      if (expires == null
          || expires.toInstant().isBefore(now)
          || expires.toInstant().isAfter(now.plus(LONGEST).plus(SKEW))) {
        return Optional.empty();
      }
      return Optional.ofNullable(claims.getSubject())
          .filter(subject -> CUSTOMER.matcher(subject).matches())
          .map(subject -> new Vouched(subject, tier(claims)));
    } catch (ParseException | JOSEException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String tier(JWTClaimsSet claims) {
    return claims.getClaim("tier") instanceof String tier && TIER.matcher(tier).matches()
        ? tier
        : "";
  }
}
