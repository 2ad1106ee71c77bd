package dev.hotdesk.testkit;

import dev.hotdesk.routing.Knowledge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;

/** A plugin's jar as the build has packed it. */
record PackedJar(Path path) implements Knowledge {

  private static final String PROPERTY = "hotdesk.plugin.jar";
  private static final int END_OF_DIRECTORY = 22;

  /** The jar that the build names, or else the only one in {@code target}. */
  static PackedJar ofThisBuild() {
    var named = System.getProperty(PROPERTY);
    if (named != null && Files.isRegularFile(Path.of(named))) {
      return new PackedJar(Path.of(named));
    }
    try (var files = Files.newDirectoryStream(Path.of("target"), "*.jar")) {
      var jars = files.iterator();
      if (jars.hasNext()) {
        return new PackedJar(jars.next());
      }
    } catch (IOException e) {
      throw missing(named, e);
    }
    throw missing(named, null);
  }

  private static IllegalStateException missing(
      @org.jspecify.annotations.Nullable String named,
      @org.jspecify.annotations.Nullable IOException cause) {
    return new IllegalStateException(
        "No packed plugin (%s=%s, nor in target); wanted a jar to try: run mvn package first"
            .formatted(PROPERTY, named),
        cause);
  }

  @Override
  public String plugin() {
    return attribute("Plugin-Id");
  }

  /** A line of the manifest, or the empty text. */
  String attribute(String name) {
    try (var jar = new JarFile(path.toFile())) {
      var value = jar.getManifest().getMainAttributes().getValue(name);
      return value == null ? "" : value.strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the manifest of " + path, e);
    }
  }

  /** The SHA-256 of the certificates by which it is signed; none if it is not. */
  Set<String> signers() {
    var signers = new HashSet<String>();
    try (var jar = new JarFile(path.toFile(), true)) {
      for (var entry : jar.stream().toList()) {
        try (var content = jar.getInputStream(entry)) {
          content.transferTo(OutputStream.nullOutputStream());
        }
        var certificates = entry.getCertificates();
        if (certificates != null) {
          signers.add(Sha256.of(certificates[0].getEncoded()));
        }
      }
      return signers;
    } catch (IOException | CertificateEncodingException e) {
      throw new IllegalStateException("Cannot read who signed " + path, e);
    }
  }

  @Override
  public Optional<byte[]> read(String file) {
    try (var jar = new JarFile(path.toFile())) {
      var entry = jar.getJarEntry(file);
      if (entry == null) {
        return Optional.empty();
      }
      try (var content = jar.getInputStream(entry)) {
        return Optional.of(content.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + " of " + path, e);
    }
  }

  /**
   * Its bytes with a comment at the end: another file to the runtime, with the same content and
   * under the same signature.
   */
  byte[] commented(String comment) {
    try {
      var bytes = Files.readAllBytes(path);
      var words = comment.getBytes(StandardCharsets.US_ASCII);
      var end = bytes.length - END_OF_DIRECTORY;
      if (bytes[end] != 'P' || bytes[end + 1] != 'K' || bytes[end + 2] != 5) {
        throw new IllegalStateException(
            path + " ends with a comment; wanted a jar without one, as Maven packs it");
      }
      var out = new ByteArrayOutputStream(bytes.length + words.length);
      out.write(bytes, 0, bytes.length - 2);
      out.write(words.length & 0xff);
      out.write(words.length >> 8);
      out.write(words);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }
}
