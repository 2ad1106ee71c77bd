package dev.hotdesk.server.attachment;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Keeps bytes in a folder, under their hash. */
public final class DiskBlobs implements Blobs {

  private final Path folder;

  /** In this folder, which is made when it is needed. */
  public DiskBlobs(Path folder) {
    this.folder = folder;
  }

  @Override
  public void put(String key, Path file) throws IOException {
    var shelf = shelf(key);
    var place = shelf.resolve(key);
    Files.createDirectories(shelf);
    force(file, StandardOpenOption.WRITE);
    try {
      Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException(
          "The upload folder and " + folder + " are on two disks; wanted one folder for both", e);
    }
    // The name is durable only with its folder.
    force(shelf, StandardOpenOption.READ);
  }

  @Override
  public InputStream open(String key) throws IOException {
    try {
      return Files.newInputStream(shelf(key).resolve(key));
    } catch (NoSuchFileException e) {
      throw (FileNotFoundException)
          new FileNotFoundException("The file " + key + " is not in " + folder).initCause(e);
    }
  }

  @Override
  public void delete(String key) throws IOException {
    Files.deleteIfExists(shelf(key).resolve(key));
  }

  private Path shelf(String key) {
    if (!key.matches("[0-9a-zA-Z-]{8,200}")) {
      throw new IllegalArgumentException("Not a key of a file: " + key);
    }
    return folder.resolve(key.substring(0, 2));
  }

  private static void force(Path path, StandardOpenOption how) throws IOException {
    try (var channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }
}
