package dev.hotdesk.understanding.document;

import dev.hotdesk.understanding.encoder.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a list of questions and answers to pieces. */
final class Questions {

  private static final Pattern QUESTION = Pattern.compile("\\s*(?:[Qq]|问)\\s*[:：]\\s*(.*)");
  private static final Pattern ANSWER = Pattern.compile("\\s*(?:[Aa]|答)\\s*[:：]\\s*(.*)");

  private final DocumentFile file;
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder question = new StringBuilder();
  private final StringBuilder answer = new StringBuilder();
  private int askedOn;
  private boolean isAnswered;

  private Questions(DocumentFile file) {
    this.file = file;
  }

  static List<Piece> pieces(DocumentFile file) throws RefusedDocumentException {
    var list = new Questions(file);
    var number = file.bodyLine();
    for (var line : file.body().split("\n")) {
      list.line(line, number++);
    }
    list.end();
    if (list.pieces.isEmpty()) {
      throw file.refused(
          "has no question; wanted lines that begin with Q: and A:, or 问: and 答: write them");
    }
    return list.pieces;
  }

  private void line(String line, int number) throws RefusedDocumentException {
    var asked = QUESTION.matcher(line);
    var answered = ANSWER.matcher(line);
    if (asked.matches()) {
      end();
      askedOn = number;
      question.append(asked.group(1));
    } else if (answered.matches()) {
      if (askedOn == 0 || isAnswered) {
        throw file.refused(
            "has an answer without a question on line %d; wanted Q: or 问: before it: write the question"
                .formatted(number));
      }
      isAnswered = true;
      answer.append(answered.group(1));
    } else if (isAnswered) {
      answer.append('\n').append(line);
    } else if (askedOn > 0) {
      question.append(' ').append(line.strip());
    }
  }

  private void end() throws RefusedDocumentException {
    if (askedOn == 0) {
      return;
    }
    var asked = question.toString().strip();
    var said = answer.toString().strip();
    if (asked.isEmpty() || said.isEmpty()) {
      throw file.refused(
          "has %s on line %d; wanted both Q: and A:, or 问: and 答: write what is missing"
              .formatted(
                  asked.isEmpty() ? "an empty question" : "a question without an answer", askedOn));
    }
    pieces.add(
        Piece.answer(Script.of(asked + " " + said, file.language()), file.title(), asked, said));
    question.setLength(0);
    answer.setLength(0);
    askedOn = 0;
    isAnswered = false;
  }
}
