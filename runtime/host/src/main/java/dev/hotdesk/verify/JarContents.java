package dev.hotdesk.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What is in a jar, after every byte of it has been read once.
 *
 * @param names of all entries
 * @param manifest its main section
 * @param extensions the class names in PF4J's extension index
 */
record JarContents(Set<String> names, Attributes manifest, List<String> extensions) {

  static final String EXTENSION_INDEX = "META-INF/extensions.idx";

  /** Reads a jar within limits. */
  static JarContents of(String file, Path jar, JarLimits limits) throws RefusedJarException {
    try (var zip = new ZipFile(jar.toFile(), StandardCharsets.UTF_8)) {
      return new Reading(file, zip, limits).read();
    } catch (ZipException e) {
      throw unreadable(file, String.valueOf(e.getMessage()));
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(file, e.toString());
    }
  }

  private static RefusedJarException unreadable(String file, String found) {
    return RefusedJarException.unfinished(
        file
            + " is not a readable jar ("
            + found
            + "); wanted a complete zip file whose checksums hold: copy it again.");
  }

  /** One pass over one zip file. */
  private static final class Reading {

    private final String file;
    private final ZipFile zip;
    private final JarLimits limits;
    private final byte[] buffer = new byte[1 << 16];
    private long unpacked;

    Reading(String file, ZipFile zip, JarLimits limits) {
      this.file = file;
      this.zip = zip;
      this.limits = limits;
    }

    JarContents read() throws IOException, RefusedJarException {
      if (zip.size() > limits.entries()) {
        throw new RefusedJarException(
            "%s has %,d entries; wanted at most %,d: pack less into it."
                .formatted(file, zip.size(), limits.entries()));
      }
      var names = new HashSet<String>();
      for (var entry : zip.stream().toList()) {
        checkName(entry.getName());
        if (!names.add(entry.getName())) {
          throw new RefusedJarException(
              "%s has the entry %s twice; wanted each name once: build it anew."
                  .formatted(file, entry.getName()));
        }
        checkBytes(entry);
      }
      return new JarContents(Set.copyOf(names), manifest(), extensions());
    }

    private void checkName(String name) throws RefusedJarException {
      boolean climbs = List.of(name.split("/", -1)).contains("..");
      if (climbs || name.startsWith("/") || name.contains("\\") || name.contains("\0")) {
        throw new RefusedJarException(
            "%s has the entry %s, which points outside the jar; wanted plain relative names: build it anew."
                .formatted(file, name));
      }
    }

    private void checkBytes(ZipEntry entry) throws IOException, RefusedJarException {
      var crc = new CRC32();
      try (var in = zip.getInputStream(entry)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          crc.update(buffer, 0, read);
          unpacked += read;
          if (unpacked > limits.unpackedBytes()) {
            throw new RefusedJarException(
                "%s unpacks to more than %,d bytes; wanted less: pack less into it."
                    .formatted(file, limits.unpackedBytes()));
          }
        }
      }
      if (entry.getCrc() != crc.getValue()) {
        throw unreadable(file, "the checksum of " + entry.getName() + " does not hold");
      }
    }

    private Attributes manifest() throws IOException {
      try (var in = open(JarFile.MANIFEST_NAME)) {
        return in == null ? new Attributes() : new Manifest(in).getMainAttributes();
      }
    }

    private List<String> extensions() throws IOException {
      try (var in = open(EXTENSION_INDEX)) {
        return in == null
            ? List.of()
            : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
      }
    }

    private @Nullable InputStream open(String name) throws IOException {
      var entry = zip.getEntry(name);
      return entry == null ? null : zip.getInputStream(entry);
    }
  }

  /** A line of the manifest, if it is there and not blank. */
  Optional<String> attribute(String name) {
    return Optional.ofNullable(manifest.getValue(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}
