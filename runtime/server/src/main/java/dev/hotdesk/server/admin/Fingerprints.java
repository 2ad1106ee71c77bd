package dev.hotdesk.server.admin;

import dev.hotdesk.server.http.ProblemException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** SHA-256 fingerprints as admins type them. */
final class Fingerprints {

  private Fingerprints() {}

  /** In lower-case hex, whether it was typed with colons, spaces or capitals. */
  static String read(@Nullable String typed) {
    var hex = typed == null ? "" : typed.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new ProblemException(
          400,
          "The fingerprint is %s; wanted a SHA-256: 64 hexadecimal digits, colons allowed, as keytool -list -v or sha256sum show it."
              .formatted(hex.isEmpty() ? "missing" : "not one"));
    }
    return hex;
  }

  /** Of a certificate in PEM form. */
  static String ofCertificate(String pem) {
    try {
      var certificate =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
      var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.of().formatHex(digest);
    } catch (CertificateException e) {
      throw new ProblemException(
          400,
          "The certificate cannot be read; wanted one in PEM form, from -----BEGIN CERTIFICATE-----"
              + " to -----END CERTIFICATE-----: export it with keytool -exportcert -rfc.");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
