package dev.hotdesk.storefront;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.concurrent.Executors;

/**
 * A small shop that sells clothes, with Hotdesk's chat widget in its pages.
 *
 * <pre>
 * java dev.hotdesk.storefront.Storefront [port [address of Hotdesk [JDBC address of its database]]]
 * </pre>
 *
 * <p>The environment variable {@code HOTDESK_IDENTIFY_SECRET} is what it shares with Hotdesk.
 */
public final class Storefront implements AutoCloseable {

  private final HttpServer server;
  private final ShopTables tables;

  private Storefront(HttpServer server, ShopTables tables) {
    this.server = server;
    this.tables = tables;
  }

  /** Runs the shop until the process is told to end. */
  public static void main(String[] arguments) throws IOException, SQLException {
    var settings = Settings.of(arguments, System.getenv());
    var shop = open(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(shop::close, "close-shop"));
    System.out.printf(
        "The shop is open at http://localhost:%d/, with the chat of %s; its database is %s (user"
            + " %s).%n",
        settings.port(), settings.hotdesk(), settings.database(), ShopTables.USER);
  }

  static Storefront open(Settings settings) throws IOException, SQLException {
    var tables = ShopTables.open(settings.database());
    try {
      var server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
      var frame = new Frame(settings.hotdesk(), !settings.secret().isEmpty());
      server.createContext(
          "/", new Counter(tables, frame, new Visitors(), new Vouchers(settings.secret())));
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return new Storefront(server, tables);
    } catch (IOException | RuntimeException e) {
      tables.close();
      throw e;
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    tables.close();
  }
}
