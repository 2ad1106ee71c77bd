package dev.hotdesk.understanding.document;

import dev.hotdesk.understanding.encoder.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Takes a table with a header row to pieces: its rows. */
final class Csv {

  private static final Set<String> QUESTION = Set.of("question", "问题", "问");
  private static final Set<String> ANSWER = Set.of("answer", "答案", "回答", "答");
  private static final Set<String> LANGUAGE = Set.of("language", "语言");

  private final DocumentFile file;
  private final List<String> header;

  private Csv(DocumentFile file, List<String> header) {
    this.file = file;
    this.header = header.stream().map(String::strip).toList();
  }

  static List<Piece> pieces(DocumentFile file) throws RefusedDocumentException {
    var rows = rows(file);
    if (rows.size() < 2) {
      throw file.refused("has no row under its header; wanted a header row and rows: write them");
    }
    var table = new Csv(file, rows.getFirst());
    var pieces = new ArrayList<Piece>();
    for (var i = 1; i < rows.size(); i++) {
      pieces.add(table.piece(rows.get(i), i + 1));
    }
    return pieces;
  }

  private Piece piece(List<String> row, int number) throws RefusedDocumentException {
    if (row.size() != header.size()) {
      throw file.refused(
          "has %d fields in row %d; wanted %d as in its header: put quotes around a field with a comma"
              .formatted(row.size(), number, header.size()));
    }
    var question = column(QUESTION);
    var answer = column(ANSWER);
    var written = column(LANGUAGE);
    var words = String.join(" ", row);
    var language =
        written >= 0 && !row.get(written).isBlank()
            ? file.language(row.get(written), "row " + number)
            : Script.of(words, file.language());
    if (question >= 0 && answer >= 0) {
      if (row.get(question).isBlank() || row.get(answer).isBlank()) {
        throw file.refused(
            "has no %s in row %d; wanted both a question and an answer: fill it in or remove the row"
                .formatted(row.get(question).isBlank() ? "question" : "answer", number));
      }
      return Piece.answer(
          language, file.title(), row.get(question).strip(), row.get(answer).strip());
    }
    if (words.isBlank()) {
      throw file.refused("has an empty row %d; wanted words: remove it".formatted(number));
    }
    return Piece.section(language, file.title(), row.getFirst().strip(), told(row, written));
  }

  /** The fields of a row with the names of their columns. */
  private String told(List<String> row, int without) {
    var told = new ArrayList<String>();
    for (var i = 0; i < row.size(); i++) {
      if (i != without && !row.get(i).isBlank()) {
        told.add(
            header.get(i).isEmpty()
                ? row.get(i).strip()
                : header.get(i) + ": " + row.get(i).strip());
      }
    }
    return String.join("\n", told);
  }

  private int column(Set<String> names) {
    for (var i = 0; i < header.size(); i++) {
      if (names.contains(header.get(i).toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return -1;
  }

  /** Fields with commas between; in quotes they may have commas, line feeds and doubled quotes. */
  private static List<List<String>> rows(DocumentFile file) throws RefusedDocumentException {
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    var field = new StringBuilder();
    var quoted = false;
    var text = file.body();
    for (var i = 0; i < text.length(); i++) {
      var sign = text.charAt(i);
      if (quoted) {
        if (sign != '"') {
          field.append(sign);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          field.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (sign == '"' && field.toString().isBlank()) {
        field.setLength(0);
        quoted = true;
      } else if (sign == ',') {
        row.add(field.toString());
        field.setLength(0);
      } else if (sign == '\n') {
        end(rows, row, field);
      } else {
        field.append(sign);
      }
    }
    if (quoted) {
      throw file.refused(
          "ends within quotes that began in row %d; wanted them closed: add the quotation mark"
              .formatted(rows.size() + 1));
    }
    end(rows, row, field);
    return rows;
  }

  private static void end(List<List<String>> rows, List<String> row, StringBuilder field) {
    if (!row.isEmpty() || !field.toString().isBlank()) {
      row.add(field.toString());
      rows.add(List.copyOf(row));
    }
    row.clear();
    field.setLength(0);
  }
}
