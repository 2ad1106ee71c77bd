package dev.hotdesk.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipFile;

/**
 * All classes of a jar, which of them its extensions lead to, and what their references mean. Reads
 * the jar as long as it is open.
 */
final class JarCode implements AutoCloseable {

  private final ZipFile zip;
  private final Platform platform;
  private final Map<String, JarClass> classes = new TreeMap<>();
  private final Map<String, String> damaged = new TreeMap<>();
  private final Map<String, Uses> uses = new HashMap<>();
  private final Map<Reference, Optional<String>> homes = new HashMap<>();
  private final Set<String> reached = new TreeSet<>();

  /** Reads it; a class that cannot be read is remembered as damaged. */
  JarCode(Path path, JarContents contents, Platform platform) throws IOException {
    this.zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
    this.platform = platform;
    ClassEntries.of(contents).forEach(this::read);
    reach(contents);
  }

  private void read(String name, String entry) {
    try {
      var type = JarClass.of(entry, bytes(entry));
      if (type.name().equals(name)) {
        classes.put(name, type);
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      damaged.put(name, String.valueOf(e.getMessage()));
    }
  }

  private byte[] bytes(String entry) {
    try (var in = zip.getInputStream(zip.getEntry(entry))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Follows the references from the extensions, the plugin's class and the services it brings. */
  private void reach(JarContents contents) {
    var next = new ArrayDeque<String>();
    contents.extensions().forEach(name -> next.add(internal(name)));
    contents.attribute("Plugin-Class").ifPresent(name -> next.add(internal(name)));
    contents
        .services()
        .forEach(
            (service, providers) -> {
              if (isThere(internal(service))) {
                providers.forEach(name -> next.add(internal(name)));
              }
            });
    while (!next.isEmpty()) {
      var name = next.remove();
      var type = classes.get(name);
      if (reached.add(name) && type != null) {
        type.wants().stream()
            .filter(wanted -> wanted instanceof Reference.OfType it && leadsTo(type, it))
            .forEach(wanted -> next.add(wanted.owner()));
      }
    }
  }

  private boolean leadsTo(JarClass type, Reference.OfType wanted) {
    return !reached.contains(wanted.owner())
        && (classes.containsKey(wanted.owner()) || damaged.containsKey(wanted.owner()))
        && (!type.mayGuard() || !uses(type).isOptional(wanted));
  }

  /** As class files write a name. */
  static String internal(String name) {
    return name.replace('.', '/');
  }

  Collection<JarClass> classes() {
    return classes.values();
  }

  /** The classes that cannot be read, with what was found. */
  Map<String, String> damaged() {
    return damaged;
  }

  /** Whether the extensions lead to a class, step by step. */
  boolean isReached(String name) {
    return reached.contains(name);
  }

  /** Where in a class its references stand; nowhere, if its code cannot be read. */
  Uses uses(JarClass type) {
    return uses.computeIfAbsent(
        type.name(),
        name -> {
          try {
            return Uses.of(bytes(type.entry()));
          } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            damaged.put(name, String.valueOf(e.getMessage()));
            return Uses.NONE;
          }
        });
  }

  boolean isThere(String name) {
    return damaged.containsKey(name) || find(name).isPresent();
  }

  /** Whether a class is the JDK's own affair. */
  boolean isInternal(String name) {
    return !classes.containsKey(name) && platform.isInternal(name);
  }

  private Optional<Shape> find(String name) {
    var own = classes.get(name);
    return own == null ? platform.find(name) : Optional.of(own.shape());
  }

  /**
   * The class that a member is declared in; empty if there is none. Where a class on the way is
   * missing, that is another matter, and the owner counts as its home.
   */
  Optional<String> home(Reference.OfMember member) {
    return homes.computeIfAbsent(
        member,
        _ -> {
          var search = new Ancestry(member, this::find);
          var found = search.in(member.owner());
          return found.isPresent() || !search.isBlind() ? found : Optional.of(member.owner());
        });
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** The names of the roots that are not in the jar nor in the runtime. */
  List<String> absent(Collection<String> names) {
    return names.stream().filter(name -> !isThere(internal(name))).toList();
  }
}
