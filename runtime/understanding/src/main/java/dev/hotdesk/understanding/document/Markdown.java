package dev.hotdesk.understanding.document;

import dev.hotdesk.api.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a Markdown document to pieces: what stands under each heading. Used once. */
final class Markdown {

  private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})\\s+(.+?)\\s*#*\\s*");
  private static final Pattern FENCE = Pattern.compile(" {0,3}(```|~~~).*");
  private static final Pattern IMAGE = Pattern.compile("!\\[([^]]*)]\\([^)]*\\)");
  private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");
  private static final Pattern MARKS = Pattern.compile("\\*\\*|__|`|<!--.*?-->|(?m)^ {0,3}> ?");

  private final Language language;
  private final List<String> headings = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder section = new StringBuilder();
  private String title;
  private boolean isTitled;

  private Markdown(DocumentFile file) throws RefusedDocumentException {
    this.language = file.language();
    this.title = file.title();
    this.isTitled = file.front().containsKey("title");
  }

  static List<Piece> pieces(DocumentFile file) throws RefusedDocumentException {
    var document = new Markdown(file);
    var fenced = false;
    for (var line : file.body().split("\n")) {
      fenced ^= FENCE.matcher(line).matches();
      var heading = HEADING.matcher(line);
      if (!fenced && heading.matches()) {
        document.heading(heading.group(1).length(), plain(heading.group(2)));
      } else if (!FENCE.matcher(line).matches()) {
        document.section.append(line).append('\n');
      }
    }
    document.end();
    if (document.pieces.isEmpty()) {
      throw file.refused("has no text under its headings; wanted some: write it");
    }
    return document.pieces;
  }

  private void heading(int level, String words) {
    end();
    if (level == 1 && !isTitled) {
      title = words;
      isTitled = true;
      headings.clear();
      return;
    }
    while (headings.size() >= level) {
      headings.removeLast();
    }
    while (headings.size() < level - 1) {
      headings.add("");
    }
    headings.add(words);
  }

  private void end() {
    var place = String.join(" › ", headings.stream().filter(it -> !it.isEmpty()).toList());
    for (var part : Portions.of(plain(section.toString()))) {
      pieces.add(Piece.section(language, title, place, part));
    }
    section.setLength(0);
  }

  private static String plain(String text) {
    var words = IMAGE.matcher(text).replaceAll("$1");
    return MARKS.matcher(LINK.matcher(words).replaceAll("$1")).replaceAll("").strip();
  }
}
