package dev.hotdesk.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
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

  private static final String SERVICES = "META-INF/services/";

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

    private BeyondLimitsException(String reason) {
      super(reason);
    }
  }

  /** One pass over one zip file. */
  private static final class Reading {

    /** No text that we read is longer, not even a signed manifest of many entries. */
    private static final int LONGEST_TEXT = 8 << 20;

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
        throw new BeyondLimitsException(
            "%s has %,d entries; wanted at most %,d: pack less into it."
                .formatted(file, zip.size(), limits.entries()));
      }
      var names = new HashSet<String>();
      var services = new TreeMap<String, List<String>>();
      for (var entry : zip.stream().toList()) {
        var name = entry.getName();
        checkName(name);
        if (!names.add(name)) {
          throw new BeyondLimitsException(
              "%s has the entry %s twice; wanted each name once: build it anew."
                  .formatted(file, name));
        }
        checkBytes(entry);
        if (name.startsWith(SERVICES) && !entry.isDirectory()) {
          services.put(name.substring(SERVICES.length()), lines(name));
        }
      }
      return new JarContents(
          Set.copyOf(names), manifest(), lines(EXTENSION_INDEX), services, unpacked);
    }

    private void checkName(String name) throws RefusedJarException {
      boolean climbs = List.of(name.split("/", -1)).contains("..");
      if (climbs || name.startsWith("/") || name.contains("\\") || name.contains("\0")) {
        throw new BeyondLimitsException(
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
            throw new BeyondLimitsException(
                "%s unpacks to more than %,d bytes; wanted less: pack less into it."
                    .formatted(file, limits.unpackedBytes()));
          }
        }
      }
      if (entry.getCrc() != crc.getValue()) {
        throw unreadable(file, "the checksum of " + entry.getName() + " does not hold");
      }
    }

    private Manifest manifest() throws IOException, RefusedJarException {
      byte[] text;
      try (var in = open(JarFile.MANIFEST_NAME)) {
        text = in.readAllBytes();
      }
      var seen = new HashSet<String>();
      for (var line : new String(text, StandardCharsets.UTF_8).lines().toList()) {
        if (line.isEmpty()) {
          break; // what follows is about single entries
        }
        int colon = line.indexOf(':');
        if (colon > 0 && !line.startsWith(" ") && !seen.add(lower(line.substring(0, colon)))) {
          throw new BeyondLimitsException(
              "%s says %s twice in META-INF/MANIFEST.MF; wanted each line once: build it anew."
                  .formatted(file, line.substring(0, colon)));
        }
      }
      return new Manifest(new ByteArrayInputStream(text));
    }

    private static String lower(String name) {
      return name.toLowerCase(Locale.ROOT);
    }

    private List<String> lines(String name) throws IOException, RefusedJarException {
      try (var in = open(name)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.replaceFirst("#.*", "").strip())
            .filter(line -> !line.isEmpty())
            .distinct()
            .toList();
      }
    }

    private InputStream open(String name) throws IOException, RefusedJarException {
      var entry = zip.getEntry(name);
      if (entry == null) {
        return InputStream.nullInputStream();
      }
      if (entry.getSize() > LONGEST_TEXT) {
        throw new BeyondLimitsException(
            "%s has %,d bytes in %s; wanted at most %,d: shorten it."
                .formatted(file, entry.getSize(), name, LONGEST_TEXT));
      }
      return zip.getInputStream(entry);
    }
  }
}
