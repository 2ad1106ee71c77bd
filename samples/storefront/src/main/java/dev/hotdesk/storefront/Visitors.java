package dev.hotdesk.storefront;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who has signed in, by the secret in their cookie. */
final class Visitors {

  private final SecureRandom random = new SecureRandom();
  private final ConcurrentHashMap<String, String> customers = new ConcurrentHashMap<>();

  /** Signs a customer in; what comes back belongs into their cookie. */
  String signIn(String customerId) {
    var secret = new byte[24];
    random.nextBytes(secret);
    var session = HexFormat.of().formatHex(secret);
    customers.put(session, customerId);
    return session;
  }

  void signOut(String session) {
    customers.remove(session);
  }

  Optional<String> customer(String session) {
    return Optional.ofNullable(customers.get(session));
  }
}
