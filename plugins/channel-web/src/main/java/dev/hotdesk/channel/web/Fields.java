package dev.hotdesk.channel.web;

import dev.hotdesk.api.MalformedFrameException;
import java.util.Map;

/**
 * The fields of a frame, each checked as it is taken. No message repeats what the customer sent.
 */
record Fields(Map<String, Object> values) {

  String type() {
    return text("type", 1, 40);
  }

  /** A text of so many characters. */
  String text(String name, int least, int most) {
    if (!(values.get(name) instanceof String text)) {
      throw new MalformedFrameException(name + ": wanted a text");
    }
    if (text.length() < least || text.length() > most) {
      throw new MalformedFrameException(
          "%s: wanted %d to %,d characters, found %,d".formatted(name, least, most, text.length()));
    }
    return text;
  }

  boolean flag(String name) {
    if (!(values.get(name) instanceof Boolean flag)) {
      throw new MalformedFrameException(name + ": wanted true or false");
    }
    return flag;
  }
}
