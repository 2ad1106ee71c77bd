package dev.hotdesk.verify;

import dev.hotdesk.generation.Jars;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** Keys that sign jars, made by the JDK's own keytool. */
final class Keys {

  private static final char[] PASSWORD = "changeit".toCharArray();

  private final Path file;

  Keys(Path folder) {
    this.file = folder.resolve("keys.p12");
  }

  /** A key of its own with a certificate for a year. */
  Keys make(String alias, String... more) {
    var command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
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
                    "changeit"),
                Stream.of(more))
            .toList();
    try {
      var keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
      var words = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (keytool.waitFor() != 0) {
        throw new AssertionError(words);
      }
      return this;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  Path signed(Jars jar, Path target, String... aliases) {
    try {
      Files.write(target, jar.bytes());
      for (var alias : aliases) {
        var before = target.resolveSibling("unsigned.zip");
        Files.deleteIfExists(before);
        Files.move(target, before);
        try (var zip = new ZipFile(before.toFile());
            var out = Files.newOutputStream(target)) {
          new JarSigner.Builder(entry(alias)).signerName(alias).build().sign(zip, out);
        }
      }
      return target;
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Writes an entry of a finished jar anew. */
  static Path changed(Path jar, String entry, String content) {
    try (var files = FileSystems.newFileSystem(jar)) {
      Files.writeString(files.getPath(entry), content);
      return jar;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Path without(Path jar, String entry) {
    try (var files = FileSystems.newFileSystem(jar)) {
      Files.delete(files.getPath(entry));
      return jar;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Replaces words in an entry. */
  static Path edited(Path jar, String entry, String from, String to) {
    try (var files = FileSystems.newFileSystem(jar)) {
      var path = files.getPath(entry);
      Files.writeString(path, Files.readString(path).replace(from, to));
      return jar;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  String fingerprint(String alias) {
    try {
      return TrustedSigner.fingerprint((X509Certificate) entry(alias).getCertificate());
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  List<X509Certificate> chain(String alias) {
    try {
      return Stream.of(entry(alias).getCertificateChain())
          .map(X509Certificate.class::cast)
          .toList();
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private KeyStore.PrivateKeyEntry entry(String alias)
      throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance(file.toFile(), PASSWORD);
    return (KeyStore.PrivateKeyEntry)
        store.getEntry(alias, new KeyStore.PasswordProtection(PASSWORD));
  }
}
