package dev.hotdesk.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What is in a jar, after every byte of it has been read once.
 *
 * @param names of all entries
 * @param manifest whole
 * @param extensions the class names in PF4J's extension index
 * @param services the class names in its service files, by service
 * @param unpacked the bytes of all entries together
 */
record JarContents(
    Set<String> names,
    Manifest manifest,
    List<String> extensions,
    Map<String, List<String>> services,
    long unpacked) {

  static final String EXTENSION_INDEX = "META-INF/extensions.idx";

  /** Reads a jar within limits. */
  static JarContents of(String file, Path jar, JarLimits limits) throws RefusedJarException {
    try (var zip = new ZipFile(jar.toFile(), StandardCharsets.UTF_8)) {
      return new JarReading(file, zip, limits).read();
    } catch (ZipException e) {
      throw unreadable(file, String.valueOf(e.getMessage()));
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(file, e.toString());
    }
  }

  static RefusedJarException unreadable(String file, String found) {
    return RefusedJarException.unfinished(
        file
            + " is not a readable jar ("
            + found
            + "); wanted a complete zip file whose checksums hold: copy it again.");
  }

  /** A line of the manifest, if it is there and not blank. */
  Optional<String> attribute(String name) {
    return Optional.ofNullable(manifest.getMainAttributes().getValue(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** Whether a Java of our age reads some classes from elsewhere in it. */
  boolean isMultiRelease() {
    return attribute(Attributes.Name.MULTI_RELEASE.toString())
        .map(Boolean::parseBoolean)
        .orElse(false);
  }

  /** Something about its size is beyond what was agreed. */
  static final class BeyondLimitsException extends RefusedJarException {

    private static final long serialVersionUID = 1L;

    BeyondLimitsException(String reason) {
      super(reason);
    }
  }
}
