package dev.hotdesk.server.assembly;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The shop's database as it is lent to plugins. A plugin's thread has the plugin's classes as its
 * context, and the server keeps what it makes for a context for ever: its settings, for example,
 * which it reads when it opens the first connection. So the server is called in its own.
 *
 * @param pool the server's connections
 */
record LentDatabase(DataSource pool) implements DataSource {

  /** A way to get a connection. */
  private interface Way {
    Connection open() throws SQLException;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return atHome(pool::getConnection);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return atHome(() -> pool.getConnection(user, password));
  }

  private static Connection atHome(Way way) throws SQLException {
    var thread = Thread.currentThread();
    var context = thread.getContextClassLoader();
    thread.setContextClassLoader(LentDatabase.class.getClassLoader());
    try {
      return way.open();
    } finally {
      thread.setContextClassLoader(context);
    }
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return pool.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter writer) throws SQLException {
    pool.setLogWriter(writer);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    pool.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return pool.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(Logger.GLOBAL_LOGGER_NAME);
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return pool.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return pool.isWrapperFor(type);
  }
}
