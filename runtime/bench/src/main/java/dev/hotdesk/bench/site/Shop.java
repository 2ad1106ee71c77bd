package dev.hotdesk.bench.site;

import dev.hotdesk.storefront.ShopProcess;
import java.io.IOException;
import java.nio.file.Path;

/** The sample shop beside a Hotdesk that is measured; it can crash and freeze. */
public final class Shop implements AutoCloseable {

  /** With what the shop vouches for its customers. */
  public static final String SECRET = "the-test-shop-vouches-for-its-customers";

  private final Path folder;
  private final int port;
  private final String hotdesk;
  private ShopProcess process;

  private Shop(Path folder, int port, String hotdesk) throws IOException {
    this.folder = folder;
    this.port = port;
    this.hotdesk = hotdesk;
    this.process = ShopProcess.start(port, hotdesk, SECRET, folder);
  }

  /** Starts it with a fresh database in this folder. */
  static Shop open(Path folder, int port, String hotdesk) throws IOException {
    return new Shop(folder, port, hotdesk);
  }

  /** The shop and its database are gone, as after a crash. */
  public void crash() {
    process.kill();
  }

  /** The shop and its database stop where they are, and answer nobody until they go on. */
  public void freeze() throws IOException, InterruptedException {
    process.signal("STOP");
  }

  /** The end of {@link #freeze}. */
  public void thaw() throws IOException, InterruptedException {
    process.signal("CONT");
  }

  /** Starts it again on the same data. */
  public void reopen() throws IOException {
    process = ShopProcess.start(port, hotdesk, SECRET, folder);
  }

  /** Where its pages come from. */
  public String origin() {
    return "http://localhost:" + port;
  }

  /** Where Hotdesk finds its database. */
  String databaseUrl() {
    return ShopProcess.database(folder);
  }

  @Override
  public void close() {
    process.kill();
  }
}
