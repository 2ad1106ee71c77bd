package dev.hotdesk.routing;

import dev.hotdesk.api.Agent;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an agent remembers of a conversation. Each version of the agent finds it in its own form: an
 * earlier form is brought up to date, and beside the present form those are kept in which versions
 * before can go on.
 *
 * @param version the form of the document
 * @param document as the agent gave it; empty if it remembers nothing
 * @param back the document in earlier forms, by form
 */
public record Memory(int version, String document, Map<Integer, String> back) {

  /** Nothing. */
  public static final Memory NONE = new Memory(0, "", Map.of());

  static final int MOST_BYTES = 16 << 10;

  private static final Logger LOG = LoggerFactory.getLogger(Memory.class);

  /** Copies the map. */
  public Memory {
    back = Map.copyOf(back);
  }

  /** Whether nothing is remembered. */
  public boolean isEmpty() {
    return document.isEmpty();
  }

  /**
   * What this agent finds; on its own threads. A form that it cannot read is kept as it is, and the
   * agent finds nothing.
   */
  String in(Agent agent) {
    int present = agent.memoryVersion();
    if (isEmpty() || version == present) {
      return document;
    }
    if (version < present) {
      return checked(agent.upgradeMemory(document, version));
    }
    var form = back.get(present);
    if (form == null) {
      LOG.warn(
          "{} finds nothing of what a later version remembered in form {}; wanted form {}",
          agent.getClass().getName(),
          version,
          present);
    }
    return form == null ? "" : form;
  }

  /** What this agent wants to remember from now on; on its own threads. */
  static Memory of(Agent agent, String document) {
    if (document.isEmpty()) {
      return NONE;
    }
    checked(document);
    int present = agent.memoryVersion();
    var back = new HashMap<Integer, String>();
    for (int form = agent.oldestMemory(); form < present; form++) {
      back.put(form, checked(agent.downgradeMemory(document, form)));
    }
    return new Memory(present, document, back);
  }

  private static String checked(String document) {
    int bytes = document.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "A document of %,d bytes to remember; wanted at most %,d: keep less, or use the storage"
              .formatted(bytes, MOST_BYTES));
    }
    return document;
  }
}
