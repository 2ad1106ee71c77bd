package dev.hotdesk.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The classes that plugins find outside their jars: those of the JDK and the exported packages.
 * What was looked up once is remembered. Any thread.
 */
final class Platform {

  private final Map<String, Module> modules = new HashMap<>();
  private final Map<String, Optional<Shape>> known = new ConcurrentHashMap<>();

  Platform() {
    for (var module : ModuleLayer.boot().modules()) {
      var loader = module.getClassLoader();
      if (loader == null || loader.equals(ClassLoader.getPlatformClassLoader())) {
        module.getPackages().forEach(name -> modules.put(name, module));
      }
    }
  }

  Optional<Shape> find(String name) {
    return known.computeIfAbsent(name, this::read);
  }

  /** Whether a class is the JDK's own affair. */
  boolean isInternal(String name) {
    var home = packageOf(name);
    var module = modules.get(home);
    return module != null && !module.isExported(home) && find(name).isPresent();
  }

  private Optional<Shape> read(String name) {
    try (var in = open(name)) {
      return in == null ? Optional.empty() : Optional.of(Shape.of(Shape.parse(in.readAllBytes())));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private @Nullable InputStream open(String name) throws IOException {
    if (ExportedPackages.contain(Reference.dotted(name))) {
      return Platform.class.getResourceAsStream("/" + name + ".class");
    }
    var module = modules.get(packageOf(name));
    return module == null ? null : module.getResourceAsStream(name + ".class");
  }

  private static String packageOf(String name) {
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "" : Reference.dotted(name.substring(0, slash));
  }
}
