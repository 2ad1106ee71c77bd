package dev.hotdesk.weave;

/** A text that a regular expression reads only as long as its reader is not to be stopped. */
final class WatchedText implements CharSequence {

  private final CharSequence text;
  private final StopOrder order;

  WatchedText(CharSequence text, StopOrder order) {
    this.text = text;
    this.order = order;
  }

  @Override
  public char charAt(int index) {
    order.check();
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
