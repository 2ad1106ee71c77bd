package dev.hotdesk.bench.badjars;

import dev.hotdesk.jarmaker.SigningKeys;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Signed jars that were changed since, or that nobody trusted signed. */
final class BadSignatures {

  private final SigningKeys keys;
  private final Path folder;
  private final List<BadJar> all = new ArrayList<>();

  /** What is done to a jar after it was signed. */
  private interface Spoiling {

    void in(Path root) throws IOException;
  }

  BadSignatures(SigningKeys keys, Path folder) {
    this.keys = keys;
    this.folder = folder;
  }

  List<BadJar> all() throws IOException {
    add("signed-wrong-key", signed("stranger"), _ -> {});
    add("signed-expired", signed("late"), _ -> {});
    add("signed-by-two", signed("maker", "stranger"), _ -> {});
    add("signed-entry-added", signed("maker"), root -> write(root, "extra.txt"));
    add("signed-entry-changed", signed("maker"), root -> write(root, "texts/en.properties"));
    add("signed-class-changed", signed("maker"), root -> write(root, "bad/Guest.class"));
    add(
        "signed-entry-removed",
        signed("maker"),
        root -> Files.delete(root.resolve("texts/zh.properties")));
    add(
        "signature-cut-off",
        signed("maker"),
        root -> Files.delete(root.resolve("META-INF/MAKER.EC")));
    add("signed-manifest-changed", signed("maker"), BadSignatures::grant);
    return all;
  }

  private void add(String kind, Path jar, Spoiling spoiling) throws IOException {
    try (var files = FileSystems.newFileSystem(jar)) {
      spoiling.in(files.getPath("/"));
    }
    all.add(BadJar.of(kind, Files.readAllBytes(jar)));
  }

  private Path signed(String... aliases) throws IOException {
    var draft = Guest.sound("bad-signed").manifest("Hotdesk-Permissions", "timers");
    return keys.signed(draft.bytes(), Files.createTempFile(folder, "signed", ".jar"), aliases);
  }

  private static void write(Path root, String name) throws IOException {
    Files.writeString(root.resolve(name), "changed=since");
  }

  private static void grant(Path root) throws IOException {
    var manifest = root.resolve("META-INF/MANIFEST.MF");
    Files.writeString(manifest, Files.readString(manifest).replace("timers", "http"));
  }
}
