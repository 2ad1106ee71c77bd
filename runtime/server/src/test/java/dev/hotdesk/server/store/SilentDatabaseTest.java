package dev.hotdesk.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** PostgreSQL's driver as it is shipped: it would wait for ever by itself. */
class SilentDatabaseTest {

  private static final Path SHIPPED =
      Path.of("..", "..", "liberty-config/src/main/liberty/server/config/jdbc");

  @Test
  @Timeout(120)
  void a_database_that_accepts_and_says_nothing_is_given_up() throws Exception {
    var jar = Class.forName("org.postgresql.Driver").getProtectionDomain().getCodeSource();
    var classPath = new URL[] {jar.getLocation(), SHIPPED.toUri().toURL()};
    try (var loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader());
        var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertThat(loader.getResource("org/postgresql/driverconfig.properties")).isNotNull();
      var driver =
          (Driver) loader.loadClass("org.postgresql.Driver").getConstructor().newInstance();
      var url = "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/hotdesk";
      var who = new Properties();
      who.setProperty("user", "hotdesk");
      assertThatThrownBy(() -> driver.connect(url, who)).isInstanceOf(SQLException.class);
    }
  }
}
