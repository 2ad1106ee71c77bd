package dev.hotdesk.understanding.slot;

import java.util.Map;

/**
 * What was found in a message.
 *
 * @param slots the value of each slot
 * @param bare whether the message says nothing else
 */
public record Particulars(Map<String, String> slots, boolean bare) {

  /** Copies the slots. */
  public Particulars {
    slots = Map.copyOf(slots);
  }
}
