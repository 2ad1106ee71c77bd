package dev.hotdesk.heap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The classes of a dump and what is in use by itself; its objects stay in the file. */
final class HeapIndex implements HeapFile.Reader {

  /** What these fields refer to may be collected all the same. */
  private static final Set<String> WEAK = Set.of("referent", "discovered", "next");

  private final HeapFile file;
  private final LongTable texts = new LongTable();
  private final LongTable names = new LongTable();
  private final LongTable roots = new LongTable();
  private final LongTable threads = new LongTable();
  private final LongTable places = new LongTable();
  private final List<HeapClass> classes = new ArrayList<>();
  private int[][] references = new int[0][];

  private HeapIndex(HeapFile file) {
    this.file = file;
  }

  static HeapIndex of(HeapFile file) throws IOException {
    var index = new HeapIndex(file);
    file.read(index);
    index.references = new int[index.classes.size()][];
    for (int i = 0; i < index.references.length; i++) {
      index.references[i] = index.referencesOf(index.classes.get(i));
    }
    return index;
  }

  @Override
  public void text(long id, long at, int length) {
    texts.put(id, at);
  }

  @Override
  public void named(long classId, long text) {
    names.put(classId, text);
  }

  @Override
  public void root(int kind, long id, int thread) {
    if (kind == Root.THREAD) {
      threads.put(thread, id);
    }
    if (kind == Root.THREAD || !roots.has(id)) {
      roots.put(id, ((long) thread << 8) | kind);
    }
  }

  @Override
  public void type(HeapClass type) {
    places.put(type.id(), classes.size());
    classes.add(type);
  }

  List<HeapClass> classes() {
    return classes;
  }

  /** Whether an object is in use by itself. */
  boolean isRoot(long id) {
    return roots.has(id);
  }

  /** How it is; see {@link Root}. */
  int rootKind(long id) {
    return (int) roots.get(id) & 0xFF;
  }

  /** The thread by which it is in use, or {@link LongTable#NONE}. */
  long rootThread(long id) {
    return threads.get(roots.get(id) >>> 8);
  }

  boolean isClass(long id) {
    return places.has(id);
  }

  /** A class by its id; the class must be there. */
  HeapClass type(long id) {
    return classes.get((int) places.get(id));
  }

  /** Where in an object of this class references lie that keep what they refer to. */
  int[] references(long classId) {
    long place = places.get(classId);
    return place == LongTable.NONE ? new int[0] : references[(int) place];
  }

  private int[] referencesOf(HeapClass type) {
    var offsets = new ArrayList<Integer>();
    int offset = 0;
    for (var each : family(type)) {
      boolean isReference = name(each.id()).equals("java.lang.ref.Reference");
      for (var field : each.fields()) {
        if (field.type() == HeapFile.OBJECT
            && !(isReference && WEAK.contains(text(field.name())))) {
          offsets.add(offset);
        }
        offset += HeapFile.size(field.type());
      }
    }
    return offsets.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Where in an object of this class a field lies, or -1. */
  int offset(long classId, String name) {
    int offset = 0;
    for (var each : family(type(classId))) {
      for (var field : each.fields()) {
        if (text(field.name()).equals(name)) {
          return offset;
        }
        offset += HeapFile.size(field.type());
      }
    }
    return -1;
  }

  /** A class and those above it, in the order of their fields in an object. */
  private List<HeapClass> family(HeapClass type) {
    var family = new ArrayList<HeapClass>();
    family.add(type);
    for (long up = type.parent(); places.has(up); up = family.getLast().parent()) {
      family.add(type(up));
    }
    return family;
  }

  /** The name of a class, with dots. */
  String name(long classId) {
    long name = names.get(classId);
    return name == LongTable.NONE ? "?" : text(name).replace('/', '.');
  }

  String text(long id) {
    long at = texts.get(id);
    return at == LongTable.NONE ? "?" : file.text(at, file.integer(at - 12) - 8, false);
  }
}
