package dev.hotdesk.generation;

import dev.hotdesk.verify.ExportedPackages;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Enumeration;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginManager;

/**
 * The classes of one generation of a plugin: its own first, then the JDK's. Of the runtime it sees
 * the exported packages and nothing else, neither classes nor resources, and so no service that the
 * runtime registers.
 */
final class GenerationLoader extends PluginClassLoader {

  GenerationLoader(PluginManager manager, PluginDescriptor descriptor, Path jar) {
    super(manager, descriptor, new Exports(GenerationLoader.class.getClassLoader()));
    addFile(jar.toFile());
  }

  @Override
  protected boolean shouldDelegateToParent(String className) {
    return ExportedPackages.contain(className);
  }

  /** What a plugin sees of the world outside its jar. */
  private static final class Exports extends ClassLoader {

    static {
      ClassLoader.registerAsParallelCapable();
    }

    private final ClassLoader runtime;

    Exports(ClassLoader runtime) {
      super(ClassLoader.getPlatformClassLoader());
      this.runtime = runtime;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      return ExportedPackages.contain(name)
          ? runtime.loadClass(name)
          : ClassLoader.getPlatformClassLoader().loadClass(name);
    }

    @Override
    public URL getResource(String name) {
      return ClassLoader.getPlatformClassLoader().getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return ClassLoader.getPlatformClassLoader().getResources(name);
    }
  }
}
