package dev.hotdesk.bench.badjars;

import dev.hotdesk.jarmaker.SigningKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All of them. */
public final class BadJars {

  private BadJars() {}

  /**
   * Builds them.
   *
   * @param shipped a sound jar, to be cut short
   * @param folder for what is needed meanwhile
   */
  public static List<BadJar> built(Path shipped, Path folder) throws IOException {
    var all = new ArrayList<BadJar>();
    all.addAll(BadFiles.all(Files.readAllBytes(shipped)));
    all.addAll(BadManifests.all());
    all.addAll(BadCode.all());
    var keys =
        new SigningKeys(folder).make("maker").make("stranger").make("late", "-startdate", "-2y");
    all.addAll(new BadSignatures(keys, folder).all());
    return all;
  }

  /** The jars of a folder, all of which are taken for bad. */
  public static List<BadJar> of(Path corpus) throws IOException {
    var all = new ArrayList<BadJar>();
    try (var files = Files.newDirectoryStream(corpus)) {
      for (var file : files) {
        if (Files.isRegularFile(file)) {
          all.add(BadJar.of("corpus-" + file.getFileName(), Files.readAllBytes(file)));
        }
      }
    }
    return all;
  }

  /** So many jars that differ, each with the same fault. */
  public static List<BadJar> storm(int many) {
    var draft = Guest.sound("bad-storm").manifest("Plugin-Version", "latest");
    var all = new ArrayList<BadJar>();
    for (int i = 0; i < many; i++) {
      all.add(BadJar.of("storm-%04d".formatted(i), draft.manifest("Number", "" + i)));
    }
    return all;
  }
}
