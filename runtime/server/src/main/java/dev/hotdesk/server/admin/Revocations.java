package dev.hotdesk.server.admin;

import dev.hotdesk.server.trust.TrustTable;
import dev.hotdesk.verify.JarVerifier;
import dev.hotdesk.verify.PluginJar;
import dev.hotdesk.verify.Verification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Whether what runs would be refused today, because somebody was revoked meanwhile. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // the container does
public class Revocations {

  private static final int MOST = 500;

  @Inject TrustTable trust;
  @Inject JarVerifier verifier;

  private final Map<Question, Boolean> answers = new ConcurrentHashMap<>();

  private record Question(String sha256, Set<String> revoked) {}

  /** Whether this jar, or somebody who vouches for it, was revoked. */
  public boolean isRevoked(PluginJar jar) {
    if (trust.revokedJars().contains(jar.sha256())) {
      return true;
    }
    var revoked = trust.revokedSigners();
    if (jar.signer().isEmpty() || revoked.isEmpty()) {
      return false;
    }
    if (answers.size() > MOST) {
      answers.clear();
    }
    return answers.computeIfAbsent(
        new Question(jar.sha256(), revoked),
        _ -> verifier.examine(jar.id(), jar.path(), jar.sha256()) instanceof Verification.Refused);
  }
}
