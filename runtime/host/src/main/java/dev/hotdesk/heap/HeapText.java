package dev.hotdesk.heap;

import java.io.IOException;
import java.util.Optional;

/** Reads texts out of a dump. */
final class HeapText {

  private final HeapFile file;
  private final HeapIndex index;

  HeapText(HeapFile file, HeapIndex index) {
    this.file = file;
    this.index = index;
  }

  /** The text in a field of an object, or a question mark. */
  String of(long holder, String field) throws IOException {
    var place = place(holder);
    if (place.isEmpty()) {
      return "?";
    }
    var text = place(file.id(place.get().in(index, field)));
    if (text.isEmpty()) {
      return "?";
    }
    long value = file.id(text.get().in(index, "value"));
    // The coder is one byte: 0 for one byte a character, 1 for two.
    boolean isWide = (file.integer(text.get().in(index, "coder")) >>> 24) != 0;
    var found = new String[] {"?"};
    file.read(
        new HeapFile.Reader() {
          @Override
          public void bytes(long id, long at, int length) {
            if (id == value) {
              found[0] = file.text(at, length, isWide);
            }
          }
        });
    return found[0];
  }

  private record Place(long classId, long at) {
    long in(HeapIndex index, String field) {
      return at + index.offset(classId, field);
    }
  }

  private Optional<Place> place(long wanted) throws IOException {
    var found = new Place[1];
    file.read(
        new HeapFile.Reader() {
          @Override
          public void object(long id, long classId, long at) {
            if (id == wanted) {
              found[0] = new Place(classId, at);
            }
          }
        });
    return Optional.ofNullable(found[0]);
  }
}
