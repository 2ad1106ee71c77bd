package dev.hotdesk.routing;

import dev.hotdesk.api.Language;
import java.util.HashMap;
import java.util.Map;

/**
 * What the runtime remembers of a conversation between two turns, on behalf of the agents.
 *
 * @param agent the plugin that answered last, or empty
 * @param intent the intent of the last turn, or empty
 * @param asked the slot that the customer was asked for, or empty
 * @param slots the particulars given so far, by name
 * @param language the language of the last turn
 * @param memories what agents remember, by plugin
 */
public record Dialogue(
    String agent,
    String intent,
    String asked,
    Map<String, String> slots,
    Language language,
    Map<String, Memory> memories) {

  /** How sure another matter must be to win over the answer to a question just asked. */
  static final double CLEAR = 0.8;

  /** Nothing said yet. */
  public static final Dialogue NONE = in(Language.ZH);

  /** Nothing said yet by a customer whose client is set to this language. */
  public static Dialogue in(Language language) {
    return new Dialogue("", "", "", Map.of(), language);
  }

  /** Copies the maps. */
  public Dialogue {
    slots = Map.copyOf(slots);
    memories = Map.copyOf(memories);
  }

  /** A dialogue of which no agent remembers anything. */
  public Dialogue(
      String agent, String intent, String asked, Map<String, String> slots, Language language) {
    this(agent, intent, asked, slots, language, Map.of());
  }

  /** What this agent remembers. */
  Memory memory(String plugin) {
    return memories.getOrDefault(plugin, Memory.NONE);
  }

  /** The same, with what was remembered before and this. */
  Dialogue remembering(Dialogue before, String plugin, Memory memory) {
    var all = new HashMap<>(before.memories);
    if (memory.isEmpty()) {
      all.remove(plugin);
    } else {
      all.put(plugin, memory);
    }
    return new Dialogue(agent, intent, asked, slots, language, all);
  }

  /**
   * The particulars known in a turn: those remembered, those of the message, and the product on the
   * customer's page if no other was named. Another product makes its predecessor's colour and size
   * void.
   */
  Map<String, String> slots(Map<String, String> ofMessage, String pageSku) {
    var all = new HashMap<>(slots);
    var product = ofMessage.get("product");
    if (product != null && !product.equals(all.get("product"))) {
      all.remove("colour");
      all.remove("size");
    }
    all.putAll(ofMessage);
    if (!pageSku.isEmpty()) {
      all.putIfAbsent("product", pageSku);
    }
    return all;
  }

  /**
   * Whether a message carries on with the matter of the turn before: it gives what was asked for,
   * or another particular of the kind that was spoken of, and is not clearly about something else.
   */
  boolean isContinuedBy(Understood understood) {
    if (intent.isEmpty() || understood.slots().isEmpty()) {
      return false;
    }
    if (asked.isEmpty()) {
      return understood.bare() && !understood.inScope() && !slots.isEmpty();
    }
    return understood.bare() || (understood.slots().containsKey(asked) && !isClear(understood));
  }

  /** Whether the message, beside what was asked for, clearly brings another matter. */
  private boolean isClear(Understood understood) {
    if (!understood.inScope()) {
      return false;
    }
    var best = understood.candidates().getFirst();
    return best.intent().name().equals(intent) || best.probability() >= CLEAR;
  }
}
