package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.retire.Remnant.Kind;
import org.junit.jupiter.api.Test;

/** Plugins that leave an entry in a list of the JDK. */
class LeftBehindEntriesTest extends LeftBehind {

  @Test
  void a_shutdown_hook_is_removed() {
    retire(
        """
        public Hello() {
          Runtime.getRuntime().addShutdownHook(new Thread(() -> {}, "bye"));
        }
        """);
    assertCleaned(Kind.SHUTDOWN_HOOK, "shutdown hook bye (shop.Hello");
  }

  @Test
  void a_jdbc_driver_is_deregistered() {
    retire(
        """
        public Hello() throws Exception { java.sql.DriverManager.registerDriver(new Driver()); }
        public static class Driver implements java.sql.Driver {
          public java.sql.Connection connect(String url, java.util.Properties info) { return null; }
          public boolean acceptsURL(String url) { return false; }
          public java.sql.DriverPropertyInfo[] getPropertyInfo(String u, java.util.Properties i) {
            return new java.sql.DriverPropertyInfo[0];
          }
          public int getMajorVersion() { return 1; }
          public int getMinorVersion() { return 0; }
          public boolean jdbcCompliant() { return false; }
          public java.util.logging.Logger getParentLogger() { return null; }
        }
        """);
    assertCleaned(Kind.JDBC_DRIVER, "JDBC driver shop.Hello$Driver");
  }

  @Test
  void an_mbean_is_unregistered() {
    retire(
        """
        public interface CountMBean { int getCount(); }
        public static class Count implements CountMBean { public int getCount() { return 1; } }
        public Hello() throws Exception {
          java.lang.management.ManagementFactory.getPlatformMBeanServer()
              .registerMBean(new Count(), new javax.management.ObjectName("shop:type=Count"));
        }
        """);
    assertCleaned(Kind.MBEAN, "MBean shop:type=Count");
  }

  @Test
  void a_log_handler_is_taken_off() {
    retire(
        """
        static class Mine extends java.util.logging.Handler {
          public void publish(java.util.logging.LogRecord record) {}
          public void flush() {}
          public void close() {}
        }
        public Hello() { java.util.logging.Logger.getLogger("").addHandler(new Mine()); }
        """);
    assertCleaned(Kind.LOGGING, "log handler shop.Hello$Mine on the root logger");
  }

  @Test
  void a_security_provider_and_an_object_among_the_system_properties_are_removed() {
    retire(
        """
        public Hello() throws Exception {
          // Called plainly it would be refused before it runs.
          Class.forName("java.security.Security")
              .getMethod("addProvider", java.security.Provider.class)
              .invoke(null, new Algorithms());
          System.getProperties().put("seed", this);
        }
        static class Algorithms extends java.security.Provider {
          Algorithms() { super("Shop", "1", ""); }
        }
        """);
    assertThat(patiently().until(() -> words(proofs.cleaned().toList()), it -> !it.isEmpty()))
        .contains(
            "security provider Shop (shop.Hello$Algorithms)", "system property seed (shop.Hello)");
    awaitCollected();
  }
}
