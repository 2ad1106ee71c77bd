package dev.hotdesk.channel.web;

import dev.hotdesk.api.MalformedFrameException;
import java.util.List;
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

  /** Whether a field of this name is there. */
  boolean has(String name) {
    return values.containsKey(name);
  }

  /** A place in the log. */
  long place(String name) {
    if (!(values.get(name) instanceof Long place) || place < 0) {
      throw new MalformedFrameException(name + ": wanted a whole number, 0 or more");
    }
    return place;
  }

  /** The ids in a list, which may be absent. */
  List<String> ids(String name, int most) {
    if (!values.containsKey(name)) {
      return List.of();
    }
    if (!(values.get(name) instanceof List<?> list) || list.size() > most) {
      throw new MalformedFrameException("%s: wanted at most %d ids".formatted(name, most));
    }
    return list.stream().map(String.class::cast).toList();
  }
}
