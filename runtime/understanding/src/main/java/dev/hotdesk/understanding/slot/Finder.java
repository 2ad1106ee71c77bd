package dev.hotdesk.understanding.slot;

import java.util.List;

/** Finds one kind of particulars. */
interface Finder {

  /** All that is found in a message, in any order; spans may overlap those of other finders. */
  List<Span> find(Message message);
}
