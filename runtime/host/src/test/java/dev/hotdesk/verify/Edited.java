package dev.hotdesk.verify;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/** Jars that were changed after they had been signed. */
final class Edited {

  private Edited() {}

  /** Writes an entry of a finished jar anew. */
  static Path changed(Path jar, String entry, String content) {
    try (var files = FileSystems.newFileSystem(jar)) {
      Files.writeString(files.getPath(entry), content);
      return jar;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Path without(Path jar, String entry) {
    try (var files = FileSystems.newFileSystem(jar)) {
      Files.delete(files.getPath(entry));
      return jar;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Replaces words in an entry. */
  static Path edited(Path jar, String entry, String from, String to) {
    try (var files = FileSystems.newFileSystem(jar)) {
      var path = files.getPath(entry);
      Files.writeString(path, Files.readString(path).replace(from, to));
      return jar;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
