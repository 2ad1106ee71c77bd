package dev.hotdesk.server.access;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Turns passwords into what may be stored of them, and compares.
 *
 * <p>A comparison keeps a core busy for a good part of a second, which is the point; so only two
 * run at once, or wrong log-ins could starve the customers.
 */
public final class Passwords {

  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
  private static final String ITERATIONS = "210000";

  /** No password has it: whoever has no account is compared with this, and takes as long. */
  private static final String NOBODYS =
      ALGORITHM
          + ":"
          + ITERATIONS
          + ":AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  private final Pbkdf2PasswordHash hash;
  private final Semaphore cores = new Semaphore(2);

  /** Uses this algorithm, with our parameters. */
  public Passwords(Pbkdf2PasswordHash hash) {
    this.hash = hash;
    hash.initialize(
        Map.of(
            "Pbkdf2PasswordHash.Algorithm",
            ALGORITHM,
            "Pbkdf2PasswordHash.Iterations",
            ITERATIONS,
            "Pbkdf2PasswordHash.SaltSizeBytes",
            "32",
            "Pbkdf2PasswordHash.KeySizeBytes",
            "32"));
  }

  String hashed(String password) {
    return hash.generate(password.toCharArray());
  }

  /** Whether a password is the one stored; takes as long if there is none. */
  boolean matches(String password, String stored) throws BusyException {
    var known = !stored.isEmpty();
    if (!enter()) {
      throw new BusyException();
    }
    try {
      return hash.verify(password.toCharArray(), known ? stored : NOBODYS) && known;
    } finally {
      cores.release();
    }
  }

  private boolean enter() {
    try {
      return cores.tryAcquire(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Too many others are logging in at this moment. */
  static final class BusyException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
