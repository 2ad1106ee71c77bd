package dev.hotdesk.server.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.server.attachment.CustomerTokens;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Signed tokens, each the only key to one conversation. */
public final class VisitorTokens implements CustomerTokens {

  private static final Duration RENEWABLE = Duration.ofDays(30);
  private static final String ISSUER = "hotdesk";

  private final Supplier<byte[]> secret;
  private final Duration life;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private volatile @Nullable Keys keys;

  /**
   * Signs with this secret.
   *
   * @param secret at least 32 bytes
   * @param life how long a token is good
   */
  public VisitorTokens(byte[] secret, Duration life, Clock clock) {
    this(() -> secret, life, clock);
    keys();
  }

  /**
   * Signs with this secret, which is asked for when the first customer comes.
   *
   * @param secret at least 32 bytes
   * @param life how long a token is good
   */
  public VisitorTokens(Supplier<byte[]> secret, Duration life, Clock clock) {
    this.secret = secret;
    this.life = life;
    this.clock = clock;
  }

  private record Keys(MACSigner signer, MACVerifier verifier) {

    static Keys of(byte[] secret) {
      try {
        return new Keys(new MACSigner(secret), new MACVerifier(secret));
      } catch (JOSEException e) {
        throw new IllegalArgumentException("The token secret is shorter than 32 bytes", e);
      }
    }
  }

  /** Two who come first at once make the same ones. */
  private Keys keys() {
    var known = keys;
    if (known == null) {
      known = Keys.of(secret.get());
      keys = known;
    }
    return known;
  }

  /** A token, the conversation it opens, and when it expires. */
  public record Token(String token, String conversation, Instant expires) {}

  /** A token for the former one's conversation, or for a new one if that is not good any more. */
  Token renew(String former, String channel) {
    return issue(
        conversation(former, RENEWABLE)
            .filter(id -> Conversation.channelOf(id).equals(channel))
            .orElseGet(() -> channel + "." + randomPart()));
  }

  /** The conversation that a token opens, if it is good now. */
  @Override
  public Optional<String> conversation(String token) {
    return conversation(token, Duration.ZERO);
  }

  private Token issue(String conversation) {
    var expires = clock.instant().plus(life).truncatedTo(ChronoUnit.SECONDS);
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .subject(conversation)
            .expirationTime(Date.from(expires))
            .build();
    var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      jwt.sign(keys().signer());
    } catch (JOSEException e) {
      throw new IllegalStateException("A token could not be signed", e);
    }
    return new Token(jwt.serialize(), conversation, expires);
  }

  private Optional<String> conversation(String token, Duration grace) {
    try {
      var jwt = SignedJWT.parse(token);
      if (!jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)
          || !jwt.verify(keys().verifier())) {
        return Optional.empty();
      }
      var claims = jwt.getJWTClaimsSet();
      var expires = claims.getExpirationTime();
      var good =
          ISSUER.equals(claims.getIssuer())
              && expires != null
              && clock.instant().isBefore(expires.toInstant().plus(grace));
      return Optional.ofNullable(claims.getSubject())
          .filter(subject -> good && Conversation.isId(subject));
    } catch (ParseException | JOSEException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private String randomPart() {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
