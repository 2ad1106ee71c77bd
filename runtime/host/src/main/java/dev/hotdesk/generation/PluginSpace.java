package dev.hotdesk.generation;

import dev.hotdesk.execution.CallPool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.pf4j.DefaultPluginManager;
import org.pf4j.ManifestPluginDescriptorFinder;
import org.pf4j.Plugin;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginLoader;
import org.pf4j.PluginState;
import org.pf4j.PluginStatusProvider;
import org.pf4j.PluginWrapper;

/**
 * PF4J, for one generation of one plugin. Touched by the control thread only; the plugin's own code
 * runs on its pool.
 */
final class PluginSpace extends DefaultPluginManager {

  private final Path jar;
  private final Duration deadline;
  private @Nullable CallPool pool;

  PluginSpace(Path jar, Duration deadline) {
    super(jar.toAbsolutePath().getParent());
    this.jar = jar;
    this.deadline = deadline;
    this.pluginLoader =
        new PluginLoader() {
          @Override
          public boolean isApplicable(Path path) {
            return true;
          }

          @Override
          public ClassLoader loadPlugin(Path path, PluginDescriptor descriptor) {
            return new GenerationLoader(PluginSpace.this, descriptor, path);
          }
        };
    this.pluginFactory = BoundedPlugin::new;
  }

  /** Makes the class loader; runs nothing of the plugin. */
  ClassLoader open() {
    return getPluginClassLoader(loadPlugin(jar));
  }

  /** Starts the plugin's own class, if it has one, on these threads. */
  void start(CallPool threads) {
    pool = threads;
    var wrapper = getPlugins().getFirst();
    if (startPlugin(wrapper.getPluginId()) != PluginState.STARTED) {
      var cause = wrapper.getFailedException();
      throw cause instanceof RuntimeException fault
          ? fault
          : new IllegalStateException("PF4J did not start the plugin", cause);
    }
  }

  /** Stops the plugin. By id, as stopping all throws (pf4j #656). */
  void stop() {
    for (var plugin : getPlugins()) {
      stopPlugin(plugin.getPluginId());
    }
  }

  /** Closes the plugin's class loader; stops the plugin first if that was not done. */
  void close() {
    for (var plugin : getPlugins()) {
      unloadPlugin(plugin.getPluginId());
    }
  }

  /** PF4J looks for dependencies among its own plugins, of which it has just one. */
  @Override
  protected PluginDescriptorFinder createPluginDescriptorFinder() {
    return new ManifestPluginDescriptorFinder() {
      @Override
      protected PluginDescriptor createPluginDescriptor(Manifest manifest) {
        var alone = new Manifest(manifest);
        alone.getMainAttributes().remove(new Attributes.Name(PLUGIN_DEPENDENCIES));
        return super.createPluginDescriptor(alone);
      }
    };
  }

  @Override
  protected PluginStatusProvider createPluginStatusProvider() {
    return new PluginStatusProvider() {
      @Override
      public boolean isPluginDisabled(String pluginId) {
        return false;
      }

      @Override
      public void disablePlugin(String pluginId) {}

      @Override
      public void enablePlugin(String pluginId) {}
    };
  }

  /** Stands for the plugin's own class and runs it within bounds. */
  private final class BoundedPlugin extends Plugin {

    private final PluginWrapper of;
    private @Nullable Plugin plugin;

    BoundedPlugin(PluginWrapper of) {
      this.of = of;
    }

    @Override
    public void start() {
      var name = of.getDescriptor().getPluginClass();
      if (name == null || name.isBlank() || name.equals(Plugin.class.getName())) {
        return;
      }
      if (pool != null) {
        plugin =
            pool.call(
                "start",
                deadline,
                () -> {
                  var made =
                      (Plugin)
                          of.getPluginClassLoader()
                              .loadClass(name)
                              .getDeclaredConstructor()
                              .newInstance();
                  made.start();
                  return made;
                });
      }
    }

    @Override
    public void stop() {
      var running = plugin;
      if (running != null && pool != null) {
        pool.call(
            "stop",
            deadline,
            () -> {
              running.stop();
              return true;
            });
      }
    }
  }
}
