package dev.hotdesk.heap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what keeps an object in memory: from the object outwards, one reading of the dump for each
 * step, so that the memory it takes grows with what refers to the object and not with the heap. One
 * thread.
 */
public final class HeapSearch implements AutoCloseable {

  private static final int STEPS = 64;
  private static final int MANY = 1 << 20;

  private final HeapFile file;
  private final HeapIndex index;

  /** Opens a dump and reads its classes. */
  public HeapSearch(Path dump) throws IOException {
    file = new HeapFile(dump);
    try {
      index = HeapIndex.of(file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * The object to which the reference field of an object points that is found by a number in it.
   *
   * @return its id, or 0 if there is none
   */
  public long find(String className, String numberField, long number, String reference)
      throws IOException {
    var found = new long[1];
    file.read(
        new HeapFile.Reader() {
          @Override
          public void object(long id, long classId, long at) {
            if (index.isClass(classId)
                && index.name(classId).equals(className)
                && file.number(at + index.offset(classId, numberField)) == number) {
              found[0] = file.id(at + index.offset(classId, reference));
            }
          }
        });
    return found[0];
  }

  /** A short way by which a class loader is kept in memory, if one is strong. */
  public Optional<HeapPath> pathTo(long loader) throws IOException {
    var walk = new Walk(loader);
    for (int step = 0; step < STEPS && walk.visited.size() < MANY; step++) {
      walk.step();
      var path = walk.end();
      if (path.isPresent() || walk.frontier.size() == 0) {
        return path;
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    file.close();
  }

  /** From the loader outwards; {@code visited} leads back, {@code types} tells the classes. */
  private final class Walk implements HeapFile.Reader {

    private final long loader;
    private final LongTable visited = new LongTable();
    private final LongTable types = new LongTable();
    private LongTable frontier = new LongTable();
    private LongTable next = new LongTable();
    private @Nullable String held;
    private long heldId;

    Walk(long loader) {
      this.loader = loader;
      visited.put(loader, 0);
      frontier.put(loader, 0);
    }

    void step() throws IOException {
      next = new LongTable();
      index.classes().forEach(this::classRefers);
      if (held == null) {
        file.read(this);
      }
      frontier = next;
    }

    private void classRefers(HeapClass type) {
      for (var field : type.statics()) {
        if (frontier.has(field.value())) {
          if (type.loader() == loader) {
            visit(type.id(), field.value(), 0);
          } else {
            held = "static field %s.%s".formatted(index.name(type.id()), index.text(field.name()));
            heldId = field.value();
          }
        }
      }
      long[] kept = {type.loader(), type.parent(), type.signers(), type.domain()};
      for (long id : kept) {
        if (frontier.has(id)) {
          visit(type.id(), id, 0);
        }
      }
    }

    @Override
    public void object(long id, long classId, long at) {
      if (frontier.has(classId)) {
        visit(id, classId, classId);
      }
      for (int offset : index.references(classId)) {
        long to = file.id(at + offset);
        if (frontier.has(to)) {
          visit(id, to, classId);
        }
      }
    }

    @Override
    public void array(long id, long classId, long at, int length) {
      if (frontier.has(classId)) {
        visit(id, classId, classId);
      }
      for (int i = 0; i < length; i++) {
        long to = file.id(at + 8L * i);
        if (frontier.has(to)) {
          visit(id, to, classId);
        }
      }
    }

    private void visit(long id, long from, long classId) {
      if (!visited.has(id)) {
        visited.put(id, from);
        types.put(id, classId);
        next.put(id, 0);
      }
    }

    /** Whether something in use by itself was reached. */
    Optional<HeapPath> end() throws IOException {
      if (held != null) {
        return Optional.of(new HeapPath(held, steps(heldId)));
      }
      long best = 0;
      for (long id : frontier.keys()) {
        if (index.isRoot(id) && (best == 0 || index.rootKind(id) == Root.THREAD)) {
          best = id;
        }
      }
      return best == 0 ? Optional.empty() : Optional.of(path(best));
    }

    private HeapPath path(long root) throws IOException {
      int kind = index.rootKind(root);
      long thread = index.rootThread(root);
      var words = kind == Root.THREAD ? "" : Root.words(kind);
      if (thread != LongTable.NONE) {
        var name = "thread " + new HeapText(file, index).of(thread, "name");
        words = words.isEmpty() ? name : words + " on " + name;
      }
      return new HeapPath(words, steps(kind == Root.THREAD ? visited.get(root) : root));
    }

    /** From an object to the first thing of the plugin. */
    private List<String> steps(long from) {
      var steps = new ArrayList<String>();
      for (long id = from; id != 0 && id != loader; id = visited.get(id)) {
        long classId = types.get(id);
        boolean isItself = index.isClass(id);
        long shown = isItself ? id : classId;
        var name = HeapNames.shown(index.name(shown));
        if (index.isClass(shown) && index.type(shown).loader() == loader) {
          steps.add(isItself ? "class " + name : name);
          return steps;
        }
        if (!HeapNames.isPlumbing(index.name(shown))) {
          steps.add(name);
        }
      }
      steps.add("its class loader");
      return steps;
    }
  }
}
