package dev.hotdesk.bench.badjars;

import dev.hotdesk.jarmaker.PluginDraft;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that are no whole zip, or one that nobody should unpack. */
final class BadFiles {

  private BadFiles() {}

  static List<BadJar> all(byte[] shipped) {
    var all = new ArrayList<BadJar>();
    for (int tenth = 1; tenth <= 9; tenth++) {
      all.add(
          BadJar.of(
              "truncated-" + tenth + "0", Arrays.copyOf(shipped, shipped.length * tenth / 10)));
    }
    all.add(BadJar.of("last-byte-missing", Arrays.copyOf(shipped, shipped.length - 1)));
    all.add(BadJar.of("empty", new byte[0]));
    all.add(BadJar.of("text", "This is not a plugin.".getBytes(StandardCharsets.UTF_8)));
    all.add(BadJar.of("zeros", new byte[40_000]));
    all.add(BadJar.of("flipped-bit", flipped(shipped)));
    all.add(
        new BadJar("bad-hash.jar", Guest.sound("bad-hash").bytes(), "0123456789abcdef  bad-hash"));
    all.add(BadJar.of("bomb", bomb(1100)));
    all.add(BadJar.of("entry-above", Guest.sound("bad-above").entry("../evil.txt", "x")));
    all.add(BadJar.of("entry-absolute", Guest.sound("bad-absolute").entry("/etc/evil", "x")));
    all.add(BadJar.of("entry-backslash", Guest.sound("bad-back").entry("..\\evil", "x")));
    all.add(BadJar.of("entry-twice", twice()));
    all.add(BadJar.of("too-many-entries", many("e/%d.txt", 20_001)));
    all.add(BadJar.of("too-many-classes", many("lib/C%d.class", 25_000)));
    all.add(
        BadJar.of(
            "long-manifest",
            Guest.sound("bad-long")
                .manifest("X", "x".repeat(40))
                .entry("META-INF/services/a.B", " ".repeat(9 << 20))));
    return all;
  }

  private static byte[] flipped(byte[] shipped) {
    var bytes = shipped.clone();
    bytes[bytes.length / 2] ^= 1;
    return bytes;
  }

  private static byte[] bomb(int megabytes) {
    var bytes = new ByteArrayOutputStream();
    var zeros = new byte[1 << 20];
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("zeros"));
      for (int i = 0; i < megabytes; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** No tool writes a name twice, so another name is changed into it afterwards. */
  private static byte[] twice() {
    var bytes = Guest.sound("bad-twice").entry("one.txt", "1").entry("two.txt", "2").bytes();
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.replace("two.txt", "one.txt").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static PluginDraft many(String name, int many) {
    var draft = Guest.sound("bad-many");
    for (int i = 0; i < many; i++) {
      draft.entry(name.formatted(i), "");
    }
    return draft;
  }
}
