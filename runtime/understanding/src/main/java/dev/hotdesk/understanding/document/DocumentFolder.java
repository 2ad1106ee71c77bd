package dev.hotdesk.understanding.document;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The documents that lie in a folder, as far as they could be used. Used by one thread. */
final class DocumentFolder {

  private static final int MOST_FILES = 500;
  private static final System.Logger LOG = System.getLogger(DocumentFolder.class.getName());

  private final Path folder;

  /** As they looked last time; what has just changed may still be being written. */
  private Map<String, Print> seen = new TreeMap<>();

  private final Map<String, Print> read = new TreeMap<>();
  private final Map<String, List<Piece>> documents = new TreeMap<>();

  DocumentFolder(Path folder) {
    this.folder = folder;
  }

  private record Print(FileTime modified, long size, String key) {}

  /** Reads what is new and has come to rest; tells whether the pieces are others than before. */
  boolean look() {
    var there = prints();
    var isChanged = documents.keySet().removeIf(name -> !there.containsKey(name));
    read.keySet().retainAll(there.keySet());
    for (var file : there.entrySet()) {
      var isAtRest = file.getValue().equals(seen.get(file.getKey()));
      if (isAtRest && !file.getValue().equals(read.put(file.getKey(), file.getValue()))) {
        isChanged |= take(file.getKey());
      }
    }
    seen = there;
    return isChanged;
  }

  /** Of all documents, in the order of their names. */
  List<Piece> pieces() {
    return documents.values().stream().flatMap(List::stream).toList();
  }

  private boolean take(String name) {
    try {
      documents.put(name, DocumentFile.pieces(name, content(name)));
      return true;
    } catch (RefusedDocumentException e) {
      LOG.log(
          Level.WARNING,
          "{0}. {1}",
          e.getMessage(),
          documents.containsKey(name) ? "What it said before goes on" : "It is not used");
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The document {0} cannot be read: {1}", name, e.toString());
    }
    return false;
  }

  /** No more than may be read, however large the file is. */
  private byte[] content(String name) throws IOException {
    try (var in = Files.newInputStream(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(DocumentFile.LARGEST + 1);
    }
  }

  private Map<String, Print> prints() {
    var prints = new TreeMap<String, Print>();
    if (!Files.isDirectory(folder)) {
      return prints;
    }
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        var name = String.valueOf(file.getFileName());
        if (DocumentFile.isDocument(name)) {
          print(prints, file, name);
        }
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The folder {0} cannot be read: {1}", folder, e.toString());
      return seen;
    }
    if (prints.size() > MOST_FILES && seen.size() != MOST_FILES) {
      LOG.log(
          Level.WARNING,
          "The folder {0} has {1} documents; wanted at most {2}: the last ones are not found, join"
              + " some",
          folder,
          prints.size(),
          MOST_FILES);
    }
    while (prints.size() > MOST_FILES) {
      prints.pollLastEntry();
    }
    return prints;
  }

  private static void print(Map<String, Print> prints, Path file, String name) {
    try {
      var facts = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (facts.isRegularFile()) {
        prints.put(
            name,
            new Print(facts.lastModifiedTime(), facts.size(), String.valueOf(facts.fileKey())));
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "{0} is gone again", file);
    }
  }
}
