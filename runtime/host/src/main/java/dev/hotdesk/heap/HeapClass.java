package dev.hotdesk.heap;

import java.util.List;

/**
 * A class in a dump.
 *
 * @param id of the class object
 * @param parent id of the superclass, or 0
 * @param loader id of the class loader, or 0
 * @param signers id of who signed it, or 0
 * @param domain id of its protection domain, or 0
 * @param statics its static fields that refer to something
 * @param fields the fields that it adds to those of the superclass
 */
record HeapClass(
    long id,
    long parent,
    long loader,
    long signers,
    long domain,
    List<Static> statics,
    List<Field> fields) {

  /** A static field that refers to an object; the name is the id of a text. */
  record Static(long name, long value) {}

  /** A field of each object; the name is the id of a text. */
  record Field(long name, int type) {}
}
