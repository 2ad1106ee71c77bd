package dev.hotdesk.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** One pass over all bytes of one zip file, within limits. */
final class JarReading {

  private static final String SERVICES = "META-INF/services/";

  /** No text that we read is longer, not even a signed manifest of many entries. */
  private static final int LONGEST_TEXT = 8 << 20;

  private final String file;
  private final ZipFile zip;
  private final JarLimits limits;
  private final byte[] buffer = new byte[1 << 16];
  private long unpacked;

  JarReading(String file, ZipFile zip, JarLimits limits) {
    this.file = file;
    this.zip = zip;
    this.limits = limits;
  }

  JarContents read() throws IOException, RefusedJarException {
    if (zip.size() > limits.entries()) {
      throw new JarContents.BeyondLimitsException(
          "%s has %,d entries; wanted at most %,d: pack less into it."
              .formatted(file, zip.size(), limits.entries()));
    }
    var names = new HashSet<String>();
    var services = new TreeMap<String, List<String>>();
    for (var entry : zip.stream().toList()) {
      var name = entry.getName();
      checkName(name);
      if (!names.add(name)) {
        throw new JarContents.BeyondLimitsException(
            "%s has the entry %s twice; wanted each name once: build it anew."
                .formatted(file, name));
      }
      checkBytes(entry);
      if (name.startsWith(SERVICES) && !entry.isDirectory()) {
        services.put(name.substring(SERVICES.length()), lines(name));
      }
    }
    return new JarContents(
        Set.copyOf(names), manifest(), lines(JarContents.EXTENSION_INDEX), services, unpacked);
  }

  private void checkName(String name) throws RefusedJarException {
    boolean climbs = List.of(name.split("/", -1)).contains("..");
    if (climbs || name.startsWith("/") || name.contains("\\") || name.contains("\0")) {
      throw new JarContents.BeyondLimitsException(
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
          throw new JarContents.BeyondLimitsException(
              "%s unpacks to more than %,d bytes; wanted less: pack less into it."
                  .formatted(file, limits.unpackedBytes()));
        }
      }
    }
    if (entry.getCrc() != crc.getValue()) {
      throw JarContents.unreadable(file, "the checksum of " + entry.getName() + " does not hold");
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
        throw new JarContents.BeyondLimitsException(
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
      throw new JarContents.BeyondLimitsException(
          "%s has %,d bytes in %s; wanted at most %,d: shorten it."
              .formatted(file, entry.getSize(), name, LONGEST_TEXT));
    }
    return zip.getInputStream(entry);
  }
}
