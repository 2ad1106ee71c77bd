package dev.hotdesk.verify;

import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Whether those who signed a jar are one, and one whom the shop trusts. */
final class TrustedSigner {

  private final String file;
  private final Trust trust;

  TrustedSigner(String file, Trust trust) {
    this.file = file;
    this.trust = trust;
  }

  Signer named(Set<CodeSigner> signers) throws RefusedJarException {
    var names =
        signers.stream()
            .map(signer -> certificates(signer.getSignerCertPath()).getFirst())
            .distinct()
            .map(TrustedSigner::name)
            .sorted()
            .toList();
    if (signers.size() != 1) {
      throw refused(
          "has entries with %d signatures (%s); wanted one signer of all entries: sign it once, with one key"
              .formatted(signers.size(), String.join("; ", names)));
    }
    var by = signers.iterator().next();
    var chain = certificates(by.getSignerCertPath());
    var signer = new Signer(names.getFirst(), fingerprint(chain.getFirst()));
    for (var certificate : chain) {
      if (trust.revokedSigners().contains(fingerprint(certificate))) {
        throw refused(
            "is signed by %s, whose certificate %s was revoked; wanted a signer whom this shop trusts: ask its maker for one signed anew"
                .formatted(signer.name(), fingerprint(certificate)));
      }
    }
    var when = when(by);
    checkTime(signer, chain.getFirst(), when);
    if (!isTrusted(chain, when)) {
      throw refused(
          "is signed by %s, whom this shop does not trust; wanted a trusted signer: if you know them, run `hotdesk trust add %s`"
              .formatted(signer.name(), signer.fingerprint()));
    }
    return signer;
  }

  private void checkTime(Signer signer, X509Certificate certificate, Instant when)
      throws RefusedJarException {
    var from = certificate.getNotBefore().toInstant();
    var until = certificate.getNotAfter().toInstant();
    if (when.isBefore(from) || when.isAfter(until)) {
      throw refused(
          "is signed by %s with a certificate that holds from %s until %s; wanted one that holds at %s: sign it anew with a certificate that has not expired, or add a timestamp when signing"
              .formatted(signer.name(), from, until, when));
    }
  }

  /** When it was signed, if somebody whom Java trusts says so; otherwise now. */
  private static Instant when(CodeSigner by) {
    var timestamp = by.getTimestamp();
    if (timestamp == null) {
      return Instant.now();
    }
    var then = timestamp.getTimestamp();
    return isVouchedForByJava(timestamp.getSignerCertPath(), then)
        ? then.toInstant()
        : Instant.now();
  }

  private boolean isTrusted(List<X509Certificate> chain, Instant when) {
    var trusted = trust.trustedSigners();
    if (trusted.contains(fingerprint(chain.getFirst()))) {
      return true;
    }
    for (int i = 1; i < chain.size(); i++) {
      if (trusted.contains(fingerprint(chain.get(i)))
          && isChain(
              chain.subList(0, i), Set.of(new TrustAnchor(chain.get(i), null)), Date.from(when))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isVouchedForByJava(CertPath path, Date when) {
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      for (var manager : factory.getTrustManagers()) {
        if (manager instanceof X509TrustManager known) {
          var anchors =
              List.of(known.getAcceptedIssuers()).stream()
                  .map(issuer -> new TrustAnchor(issuer, null))
                  .collect(Collectors.toSet());
          var chain =
              certificates(path).stream()
                  .filter(it -> !it.getSubjectX500Principal().equals(it.getIssuerX500Principal()))
                  .toList();
          return isChain(chain, anchors, when);
        }
      }
      return false;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static boolean isChain(List<X509Certificate> chain, Set<TrustAnchor> anchors, Date when) {
    try {
      var parameters = new PKIXParameters(anchors);
      parameters.setRevocationEnabled(false);
      parameters.setDate(when);
      var path = CertificateFactory.getInstance("X.509").generateCertPath(chain);
      CertPathValidator.getInstance("PKIX").validate(path, parameters);
      return !chain.isEmpty();
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static List<X509Certificate> certificates(CertPath path) {
    return path.getCertificates().stream().map(X509Certificate.class::cast).toList();
  }

  private static String name(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName();
  }

  static String fingerprint(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("A certificate that cannot be written: " + certificate, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private RefusedJarException refused(String what) {
    return new RefusedJarException(file + " " + what + ".");
  }
}
