package dev.hotdesk.generation;

import dev.hotdesk.drop.Drop;
import java.util.HashMap;
import java.util.Map;

/**
 * In which forms the agents that were probed remember conversations, by the hashes of their jars.
 * Control thread only.
 */
final class Memories {

  private final Map<String, Form> forms = new HashMap<>();

  /**
   * The form of an agent's documents.
   *
   * @param present the one that it writes
   * @param oldest the oldest one that it gives for versions before
   */
  record Form(int present, int oldest) {

    /** Of a plugin without an agent. */
    static final Form NONE = new Form(1, 1);
  }

  /** Notes what a probed generation said; whether that is news. */
  boolean note(Generation generation) {
    var form = generation.extensions().memory();
    return !form.equals(forms.put(generation.jar().sha256(), form));
  }

  /** Whether a generation of this jar was probed. */
  boolean know(Drop.Ready drop) {
    return forms.containsKey(drop.jar().sha256());
  }

  /** Whether what the newcomer remembers would be lost on the way back. */
  boolean isOneWay(Drop.Ready newcomer, Drop.Ready serving) {
    var after = forms.get(newcomer.jar().sha256());
    var before = forms.get(serving.jar().sha256());
    return after != null && before != null && before.present() < after.oldest();
  }
}
