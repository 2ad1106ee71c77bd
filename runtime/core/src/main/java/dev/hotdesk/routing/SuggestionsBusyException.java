package dev.hotdesk.routing;

/** So many suggestions are being worked out that no more is begun. */
public final class SuggestionsBusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SuggestionsBusyException(int most) {
    super(
        "No suggestions were worked out: %d are under way, and that is all that may be. Try again in a moment."
            .formatted(most));
  }
}
