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
  private final Warehouse warehouse;

  private Storefront(HttpServer server, Warehouse warehouse) {
    this.server = server;
    this.warehouse = warehouse;
  }

  /** Runs the shop until the process is told to end. */
  public static void main(String[] arguments) throws IOException, SQLException {
    var settings = Settings.of(arguments, System.getenv());
    var shop = open(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(shop::close, "close-shop"));
    System.out.printf(
        "The shop is open at http://localhost:%d/, with the chat of %s; its database is %s (user"
            + " %s).%n",
        settings.port(), settings.hotdesk(), settings.database(), Warehouse.USER);
  }

  static Storefront open(Settings settings) throws IOException, SQLException {
    var warehouse = Warehouse.open(settings.database());
    try {
      var server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
      var frame = new Frame(settings.hotdesk(), !settings.secret().isEmpty());
      server.createContext(
          "/", new Counter(warehouse, frame, new Visitors(), new Vouchers(settings.secret())));
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return new Storefront(server, warehouse);
    } catch (IOException | RuntimeException e) {
      warehouse.close();
      throw e;
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    warehouse.close();
  }
}
