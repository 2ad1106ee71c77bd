package dev.hotdesk.server.attachment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;

/** Tells from its bytes what a file is, and whether its sender said so. The only one with Tika. */
final class FileKinds {

  private static final Tika TIKA = new Tika();
  private static final MediaTypeRegistry KNOWN = MediaTypeRegistry.getDefaultRegistry();

  private FileKinds() {}

  /**
   * What the bytes are; the name only tells apart what has the same bytes, such as the papers of an
   * office.
   *
   * @param name what its sender calls it
   * @param declared what its sender says it is; empty if they do not say
   * @throws RefusedFileException if name or sender say something else than the bytes
   */
  static String look(Path file, String name, String declared) throws IOException {
    String found;
    try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
      found = TIKA.detect(bytes, name);
    }
    refuseLie(name, "is sent as", declared.split(";", 2)[0].strip(), found);
    refuseLie(name, "is called what would be", TIKA.detect(name), found);
    return found;
  }

  private static void refuseLie(String name, String says, String said, String found) {
    var wanted = MediaType.parse(said.toLowerCase(Locale.ROOT));
    if (wanted == null || wanted.equals(MediaType.OCTET_STREAM)) {
      return;
    }
    var claimed = KNOWN.normalize(wanted);
    var is = KNOWN.normalize(MediaType.parse(found));
    if (!claimed.equals(is) && !KNOWN.isSpecializationOf(is, claimed)) {
      throw new RefusedFileException(
          415,
          "attachment_type",
          "%s %s %s, but its bytes are %s; send it as what it is."
              .formatted(name, says, said, found));
    }
  }
}
