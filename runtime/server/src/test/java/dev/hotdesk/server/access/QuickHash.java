package dev.hotdesk.server.access;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;

/** Stands in for the server's, which takes its time. */
final class QuickHash implements Pbkdf2PasswordHash {

  int comparisons;

  @Override
  public String generate(char[] password) {
    return "hashed " + new StringBuilder(new String(password)).reverse();
  }

  @Override
  public boolean verify(char[] password, String stored) {
    comparisons++;
    return generate(password).equals(stored);
  }
}
