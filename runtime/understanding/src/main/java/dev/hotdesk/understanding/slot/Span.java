package dev.hotdesk.understanding.slot;

/** A stretch of a message that gives a slot its value. */
record Span(int start, int end, String slot, String value) {

  boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  Span as(String otherSlot) {
    return new Span(start, end, otherSlot, value);
  }

  int length() {
    return end - start;
  }
}
