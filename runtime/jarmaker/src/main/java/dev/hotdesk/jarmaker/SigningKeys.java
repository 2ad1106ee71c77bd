package dev.hotdesk.jarmaker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** Keys that sign jars, made by the JDK's own keytool. */
public final class SigningKeys {

  private static final String PASSWORD = "changeit";

  private final Path file;

  /** In a key store of this folder. */
  public SigningKeys(Path folder) {
    this.file = folder.resolve("keys.p12");
  }

  /** Makes a key with a certificate for a year, unless keytool's further options say otherwise. */
  public SigningKeys make(String alias, String... more) {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var command =
        Stream.concat(
                Stream.of(
                    keytool,
                    "-genkeypair",
                    "-alias",
                    alias,
                    "-dname",
                    "CN=" + alias,
                    "-keyalg",
                    "EC",
                    "-validity",
                    "365",
                    "-keystore",
                    file.toString(),
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    PASSWORD),
                Stream.of(more))
            .toList();
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int result = process.onExit().join().exitValue();
      if (result != 0) {
        throw new IllegalStateException(
            "keytool made no key %s in %s (exit status %d): %s"
                .formatted(alias, file, result, words));
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a jar to a file, signed by these, one after the other. */
  public Path signed(byte[] jar, Path target, String... aliases) {
    try {
      Files.write(target, jar);
      for (var alias : aliases) {
        var before = target.resolveSibling(target.getFileName() + ".before");
        Files.move(target, before, StandardCopyOption.REPLACE_EXISTING);
        try (var zip = new ZipFile(before.toFile());
            var out = Files.newOutputStream(target)) {
          new JarSigner.Builder(entry(alias)).signerName(alias).build().sign(zip, out);
        }
        Files.delete(before);
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The certificate of a key, and those that vouch for it. */
  public List<X509Certificate> chain(String alias) {
    return Stream.of(entry(alias).getCertificateChain()).map(X509Certificate.class::cast).toList();
  }

  private KeyStore.PrivateKeyEntry entry(String alias) {
    try {
      var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
      var entry = store.getEntry(alias, new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
      return (KeyStore.PrivateKeyEntry) entry;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("No key %s in %s".formatted(alias, file), e);
    }
  }
}
