package dev.hotdesk.bench.leak;

import java.util.List;

/** One plugin for each sort of leak. */
final class Seeds {

  static final List<Seed> ALL =
      List.of(
          new Seed(
              "thread",
              """
              public Seed() {
                var thread = new Thread(() -> {
                  long end = System.nanoTime() + 60_000_000_000L;
                  while (System.nanoTime() < end) {
                    try { Thread.sleep(50); } catch (InterruptedException e) { }
                  }
                }, "seed-thread");
                thread.setDaemon(true);
                thread.start();
              }
              """,
              "thread seed-thread (seed.Seed"),
          new Seed(
              "thread-local",
              """
              static final ThreadLocal<Seed> MINE = new ThreadLocal<>();
              public Seed() {
                System.getProperties().put("seed.run", (Runnable) () -> MINE.set(this));
                while (System.getProperties().get("seed.run") != null) { Thread.onSpinWait(); }
              }
              """,
              "thread local with seed.Seed on thread host-1"),
          new Seed(
              "shutdown-hook",
              """
              public Seed() {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {}, "seed-hook"));
              }
              """,
              "shutdown hook seed-hook (seed.Seed"),
          new Seed(
              "jdbc-driver",
              """
              public Seed() throws Exception { java.sql.DriverManager.registerDriver(new Driver()); }
              public static class Driver implements java.sql.Driver {
                public java.sql.Connection connect(String url, Properties info) { return null; }
                public boolean acceptsURL(String url) { return false; }
                public java.sql.DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
                  return new java.sql.DriverPropertyInfo[0];
                }
                public int getMajorVersion() { return 1; }
                public int getMinorVersion() { return 0; }
                public boolean jdbcCompliant() { return false; }
                public java.util.logging.Logger getParentLogger() { return null; }
              }
              """,
              "JDBC driver seed.Seed$Driver"),
          new Seed(
              "mbean",
              """
              public interface CountMBean { int getCount(); }
              public static class Count implements CountMBean { public int getCount() { return 1; } }
              public Seed() throws Exception {
                java.lang.management.ManagementFactory.getPlatformMBeanServer()
                    .registerMBean(new Count(), new javax.management.ObjectName("seed:type=Count"));
              }
              """,
              "MBean seed:type=Count"),
          new Seed(
              "host-cache",
              """
              static class Entry {}
              public Seed() { System.getProperties().put("seed.cache", List.of(new Entry())); }
              """,
              "static field java.lang.System.props → Properties → ConcurrentHashMap"),
          new Seed(
              "subscription",
              """
              public Seed() {
                java.util.logging.LogManager.getLogManager().addConfigurationListener(() -> {});
              }
              """,
              "java.util.logging.LogManager"),
          new Seed(
              "timer",
              """
              public Seed() {
                new Timer("seed-timer", true).schedule(new TimerTask() {
                  public void run() {}
                }, 3_600_000);
              }
              """,
              "timer seed-timer (seed.Seed$1)"));

  private Seeds() {}
}
