package dev.hotdesk.generation;

import dev.hotdesk.execution.PluginThreads;
import dev.hotdesk.verify.ExportedPackages;
import dev.hotdesk.weave.StopOrder;
import dev.hotdesk.weave.Stoppable;
import dev.hotdesk.weave.Weaver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginManager;

/**
 * The classes of one generation of a plugin: its own first, then the JDK's. Of the runtime it sees
 * the exported packages and nothing else, neither classes nor resources, and so no service that the
 * runtime registers. Its own classes are defined with checks woven in, so that they can be stopped;
 * what was hashed and signed are the bytes in the jar.
 */
final class GenerationLoader extends PluginClassLoader implements Stoppable {

  private final StopOrder order = new StopOrder(thread -> PluginThreads.isMadeBy(this, thread));
  private final JarFile classes;
  private final URL location;

  GenerationLoader(PluginManager manager, PluginDescriptor descriptor, Path jar) {
    super(manager, descriptor, new Exports(GenerationLoader.class.getClassLoader()));
    addFile(jar.toFile());
    try {
      this.location = jar.toUri().toURL();
      this.classes = new JarFile(jar.toFile(), true, ZipFile.OPEN_READ, JarFile.runtimeVersion());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public StopOrder stopOrder() {
    return order;
  }

  @Override
  protected boolean shouldDelegateToParent(String className) {
    return isShared(className);
  }

  private static boolean isShared(String className) {
    return ExportedPackages.contain(className) || Weaver.isCalledByWovenCode(className);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    var entry = classEntry(name);
    if (entry == null) {
      throw new ClassNotFoundException(name);
    }
    try (var in = classes.getInputStream(entry)) {
      var bytes = Weaver.weave(in.readAllBytes());
      definePackageOf(name);
      return defineClass(
          name, bytes, 0, bytes.length, new CodeSource(location, entry.getCodeSigners()));
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private @Nullable JarEntry classEntry(String name) throws ClassNotFoundException {
    try {
      return classes.getJarEntry(name.replace('.', '/') + ".class");
    } catch (IllegalStateException e) {
      throw new ClassNotFoundException(name + ": its plugin is unloaded", e);
    }
  }

  private void definePackageOf(String className) throws IOException {
    int dot = className.lastIndexOf('.');
    var name = dot < 0 ? "" : className.substring(0, dot);
    if (dot < 0 || getDefinedPackage(name) != null) {
      return;
    }
    var manifest = classes.getManifest();
    try {
      definePackage(name, manifest == null ? new Manifest() : manifest, location);
    } catch (IllegalArgumentException e) {
      // Another thread was quicker.
    }
  }

  @Override
  public void close() throws IOException {
    try (classes) {
      super.close();
    }
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
      return isShared(name)
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
