package dev.hotdesk.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class LentDatabaseTest {

  private final AtomicReference<ClassLoader> seen = new AtomicReference<>();

  /** Notes in which context it is called, and has no connection to give. */
  private final DataSource pool =
      (DataSource)
          Proxy.newProxyInstance(
              LentDatabaseTest.class.getClassLoader(),
              new Class<?>[] {DataSource.class},
              (_, method, _) -> {
                seen.set(Thread.currentThread().getContextClassLoader());
                throw new SQLException(method.getName());
              });

  @Test
  void a_connection_is_opened_in_the_servers_context_and_the_plugins_comes_back() throws Exception {
    var before = Thread.currentThread().getContextClassLoader();
    try (var plugin = new URLClassLoader(new URL[0])) {
      Thread.currentThread().setContextClassLoader(plugin);

      assertThatThrownBy(() -> new LentDatabase(pool).getConnection())
          .isInstanceOf(SQLException.class);
      assertThat(seen.get()).isSameAs(LentDatabase.class.getClassLoader());
      assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(plugin);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }
}
