package dev.hotdesk.weave;

/** A class loader whose classes are woven; those of its child loaders obey the same order. */
public interface Stoppable {

  /** What stops the code of its classes. */
  StopOrder stopOrder();
}
