package dev.hotdesk.testkit;

import dev.hotdesk.api.Language;
import dev.hotdesk.routing.Knowledge;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;

/**
 * The files beside a plugin's class: in the jar or folder it was loaded from, or else anywhere on
 * the class path, so that a test can bring its own.
 */
record JarFiles(Class<?> extension, String plugin) implements Knowledge {

  /** Of a plugin called like its class. */
  JarFiles(Class<?> extension) {
    this(extension, extension.getSimpleName());
  }

  @Override
  public Optional<byte[]> read(String path) {
    try {
      var own = beside(path);
      return own.isPresent() ? own : onClassPath(path);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path + " of " + plugin(), e);
    }
  }

  Map<String, String> texts(Language language) {
    return new Wording(this).texts(language);
  }

  private Optional<byte[]> beside(String path) throws IOException {
    var source = extension.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    var home = Path.of(uri(source.getLocation().toString()));
    if (Files.isDirectory(home)) {
      var file = home.resolve(path);
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }
    try (var jar = new JarFile(home.toFile())) {
      var entry = jar.getJarEntry(path);
      if (entry == null) {
        return Optional.empty();
      }
      try (var content = jar.getInputStream(entry)) {
        return Optional.of(content.readAllBytes());
      }
    }
  }

  private Optional<byte[]> onClassPath(String path) throws IOException {
    try (InputStream content = extension.getResourceAsStream("/" + path)) {
      return content == null ? Optional.empty() : Optional.of(content.readAllBytes());
    }
  }

  private static URI uri(String location) {
    try {
      return new URI(location);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Not a place to read from: " + location, e);
    }
  }
}
