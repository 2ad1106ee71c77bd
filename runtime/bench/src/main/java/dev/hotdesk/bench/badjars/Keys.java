package dev.hotdesk.bench.badjars;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** Keys that sign jars, made by the JDK's own keytool. */
final class Keys {

  private static final String PASSWORD = "changeit";

  private final Path file;

  /** A maker, a stranger, and one whose certificate has expired. */
  Keys(Path folder) throws IOException, InterruptedException {
    this.file = folder.resolve("keys.p12");
    make("maker");
    make("stranger");
    make("late", "-startdate", "-2y");
  }

  private void make(String alias, String... more) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
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
                "-storepass",
                PASSWORD));
    command.addAll(List.of(more));
    var keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    var words = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool made no key: " + words);
    }
  }

  /** Writes a jar to a file, signed by these, one after the other. */
  Path signed(byte[] jar, Path target, String... aliases)
      throws IOException, GeneralSecurityException {
    Files.write(target, jar);
    for (var alias : aliases) {
      var before = target.resolveSibling(target.getFileName() + ".before");
      Files.move(target, before, StandardCopyOption.REPLACE_EXISTING);
      try (var zip = new ZipFile(before.toFile());
          var out = Files.newOutputStream(target)) {
        new JarSigner.Builder(entry(alias)).signerName(alias).build().sign(zip, out);
      }
    }
    return target;
  }

  private KeyStore.PrivateKeyEntry entry(String alias)
      throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    var entry = store.getEntry(alias, new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
    return (KeyStore.PrivateKeyEntry) entry;
  }
}
