package dev.hotdesk.retire;

import java.io.IOException;
import java.util.function.Function;

/** Drivers of the plugin in {@link java.sql.DriverManager}. */
final class JdbcSweep implements Sweep {

  @Override
  public String title() {
    return "deregistering its JDBC drivers";
  }

  @Override
  public void over(Departed plugin, Findings findings)
      throws IOException, ReflectiveOperationException {
    var departure =
        new Below(plugin.loader())
            .define(DriverDeparture.class)
            .getDeclaredConstructor()
            .newInstance();
    if (departure instanceof Function<?, ?> function) {
      @SuppressWarnings("unchecked")
      var gone = ((Function<ClassLoader, Iterable<String>>) function).apply(plugin.loader());
      gone.forEach(name -> findings.cleaned(Remnant.Kind.JDBC_DRIVER, "JDBC driver " + name));
    }
  }

  /** Sees what the plugin sees, and one class more. */
  private static final class Below extends ClassLoader {

    Below(ClassLoader plugin) {
      super(plugin);
    }

    Class<?> define(Class<?> type) throws IOException {
      var file = type.getSimpleName() + ".class";
      try (var in = type.getResourceAsStream(file)) {
        if (in == null) {
          throw new IOException("Not packed: " + file);
        }
        var bytes = in.readAllBytes();
        return defineClass(type.getName(), bytes, 0, bytes.length);
      }
    }
  }
}
