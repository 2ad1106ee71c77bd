package dev.hotdesk.generation;

import dev.hotdesk.retire.Remnant;
import dev.hotdesk.retire.Tag;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.List;

/** The class loader of a retired generation, which should go. Control thread only. */
final class Grave extends PhantomReference<ClassLoader> {

  private final Generation generation;
  private final Tag tag;
  private final long since = System.nanoTime();
  private List<Remnant> cleaned;
  private boolean isExamined;

  Grave(
      Generation generation,
      ClassLoader loader,
      List<Remnant> cleaned,
      ReferenceQueue<ClassLoader> gone) {
    super(loader, gone);
    this.generation = generation;
    this.tag = new Tag(loader);
    this.cleaned = cleaned;
  }

  Generation generation() {
    return generation;
  }

  Tag tag() {
    return tag;
  }

  /** How long it has been here. */
  long age(long now) {
    return now - since;
  }

  /** Whether this is the first time it is asked. */
  boolean beginExamination() {
    boolean isFirst = !isExamined;
    isExamined = true;
    return isFirst;
  }

  /** What was cleaned since this was last asked. */
  List<Remnant> takeCleaned() {
    var news = cleaned;
    cleaned = List.of();
    return news;
  }
}
