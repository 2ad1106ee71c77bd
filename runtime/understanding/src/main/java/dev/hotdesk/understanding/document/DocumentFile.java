package dev.hotdesk.understanding.document;

import dev.hotdesk.api.Language;
import dev.hotdesk.understanding.encoder.Script;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A document as it lies in the folder: its name, and its text without what stands before it.
 *
 * @param name of the file
 * @param front what stands between two lines of dashes at its beginning, by key
 * @param body the rest, with line feeds
 * @param bodyLine the line of the file on which the rest begins
 */
record DocumentFile(String name, Map<String, String> front, String body, int bodyLine) {

  /** How large a document may be, in bytes. */
  static final int LARGEST = 1 << 20;

  /** How many pieces a document may have. */
  static final int MOST_PIECES = 2_000;

  private static final Pattern FRONT =
      Pattern.compile("\\A---[ \\t]*\\n(.*?\\n)?---[ \\t]*(?:\\n|\\z)", Pattern.DOTALL);
  private static final Pattern NAMED =
      Pattern.compile("(.+?)(?:[._-](zh|en))?\\.(md|csv|txt)", Pattern.CASE_INSENSITIVE);

  /** Whether a file of this name is a document. */
  static boolean isDocument(String name) {
    return !name.startsWith(".") && NAMED.matcher(name).matches();
  }

  /** Reads a document and takes it to pieces. */
  static List<Piece> pieces(String name, byte[] content) throws RefusedDocumentException {
    var file = of(name, content);
    var pieces =
        switch (file.kind()) {
          case "md" -> Markdown.pieces(file);
          case "csv" -> Csv.pieces(file);
          default -> Questions.pieces(file);
        };
    if (pieces.size() > MOST_PIECES) {
      throw file.refused(
          "has %d passages; wanted at most %d: split it into several files"
              .formatted(pieces.size(), MOST_PIECES));
    }
    return pieces;
  }

  private static DocumentFile of(String name, byte[] content) throws RefusedDocumentException {
    var text = decoded(name, content);
    var front = FRONT.matcher(text);
    if (name.toLowerCase(Locale.ROOT).endsWith(".csv") || !front.find()) {
      return new DocumentFile(name, Map.of(), text, 1);
    }
    var keys = new HashMap<String, String>();
    for (var line : front.group().split("\n")) {
      var colon = line.indexOf(':');
      if (colon > 0) {
        keys.put(line.substring(0, colon).strip(), unquoted(line.substring(colon + 1).strip()));
      }
    }
    var lines = (int) front.group().chars().filter(it -> it == '\n').count();
    return new DocumentFile(name, keys, text.substring(front.end()), 1 + lines);
  }

  private static String decoded(String name, byte[] content) throws RefusedDocumentException {
    if (content.length > LARGEST) {
      throw new RefusedDocumentException(
          "The document %s has %d bytes; wanted at most %d: split it into several files"
              .formatted(name, content.length, LARGEST));
    }
    var bytes = ByteBuffer.wrap(content);
    try {
      var text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(bytes)
              .toString();
      if (text.indexOf('\0') >= 0) {
        throw new RefusedDocumentException(
            "The document %s has a zero byte; wanted text in UTF-8: save it as text"
                .formatted(name));
      }
      return (text.startsWith("\uFEFF") ? text.substring(1) : text)
          .replace("\r\n", "\n")
          .replace('\r', '\n');
    } catch (CharacterCodingException e) {
      throw new RefusedDocumentException(
          "The document %s is not in UTF-8 from its byte %d on; wanted UTF-8: save it anew with that encoding"
              .formatted(name, bytes.position()));
    }
  }

  private static String unquoted(String value) {
    return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }

  /** What it is called where it does not say so itself. */
  String title() {
    var named = NAMED.matcher(name);
    return front.getOrDefault(
        "title", named.matches() ? named.group(1).replaceAll("[_-]+", " ").strip() : name);
  }

  /**
   * The language it is written in: what it says itself, or its name ({@code returns.en.md}), or its
   * letters.
   */
  Language language() throws RefusedDocumentException {
    var said = front.get("language");
    if (said != null) {
      return language(said, "its front matter");
    }
    var named = NAMED.matcher(name);
    return named.matches() && named.group(2) != null
        ? Language.of(named.group(2).toLowerCase(Locale.ROOT))
        : Script.of(body, Language.ZH);
  }

  /** The language of a code that the document gives. */
  Language language(String code, String where) throws RefusedDocumentException {
    return Optional.of(code.strip().toLowerCase(Locale.ROOT))
        .flatMap(
            it ->
                it.equals("zh") || it.startsWith("zh-")
                    ? Optional.of(Language.ZH)
                    : it.equals("en") || it.startsWith("en-")
                        ? Optional.of(Language.EN)
                        : Optional.empty())
        .orElseThrow(
            () ->
                refused(
                    "has the language %s in %s; wanted zh or en: correct it"
                        .formatted(code, where)));
  }

  private String kind() {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  RefusedDocumentException refused(String what) {
    return new RefusedDocumentException("The document %s %s".formatted(name, what));
  }
}
