package dev.hotdesk.bench.site;

import dev.hotdesk.bench.client.AdminClient;
import dev.hotdesk.bench.client.Web;
import dev.hotdesk.launcher.HotdeskServer;
import dev.hotdesk.launcher.Launch;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A Hotdesk from the release with the sample shop beside it, each in a process of its own, on free
 * ports and in a fresh directory that is deleted in the end. Used by one thread.
 */
public final class Site implements AutoCloseable {

  private static final String ORDERS = "agent-orders";

  private final Path folder;
  private final Shop shop;
  private Launch launch;
  private @Nullable HotdeskServer server;

  private Site(Path folder, Shop shop, Launch launch) {
    this.folder = folder;
    this.shop = shop;
    this.launch = launch;
  }

  /** A fresh one in the demo profile; the shop runs, the server does not yet. */
  public static Site open() throws IOException {
    var folder = Files.createTempDirectory("hotdesk-");
    int port = freePort();
    var shop = Shop.open(folder.resolve("shop"), freePort(), "http://localhost:" + port);
    var launch =
        Launch.of(Release.home())
            .data(folder.resolve("data"))
            .plugins(folder.resolve("plugins"))
            .port(port)
            .with("HOTDESK_PROFILE", "demo")
            .with("HOTDESK_ORIGINS", shop.origin())
            .with("HOTDESK_TOKEN_LIMIT", "6000")
            .with("HOTDESK_IDENTIFY_SECRET", Shop.SECRET)
            .with("HOTDESK_SHOP_DB_URL", shop.databaseUrl());
    return new Site(folder, shop, launch);
  }

  /**
   * A port at which nobody listens. Below those that systems give to outgoing connections: one of
   * them could take it before the server does.
   */
  public static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
      try (var socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // Somebody listens there; another then.
      }
    }
  }

  /** Changes how the server is started the next time. */
  public Site launch(UnaryOperator<Launch> change) {
    launch = change.apply(launch);
    return this;
  }

  /** Starts the server, and gives the time from the command until it is ready. */
  public Duration start() {
    long begun = System.nanoTime();
    server = HotdeskServer.start(launch);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** Asks the server to end, and waits until it has. */
  public void stop() {
    running().stop();
  }

  /** Ends the server at once, as {@code kill -9} does. */
  public void kill() {
    running().kill();
  }

  /** Whether the server's process is there. */
  public boolean isRunning() {
    return ProcessHandle.of(running().pid()).filter(ProcessHandle::isAlive).isPresent();
  }

  private HotdeskServer running() {
    if (server == null) {
      throw new IllegalStateException("The server was not started");
    }
    return server;
  }

  /** The server's addresses. */
  public Web web() {
    return new Web(URI.create("http://localhost:" + launch.port()));
  }

  /** The shop beside it. */
  public Shop shop() {
    return shop;
  }

  /** Where the shop's pages come from. */
  public String shopOrigin() {
    return shop.origin();
  }

  /** An administrator of the demo. */
  public AdminClient admin() {
    return AdminClient.login(web(), "admin", "admin-demo");
  }

  /** Where jars are dropped. */
  public Path pluginFolder() {
    return launch.plugins();
  }

  /** Where the server keeps what must last. */
  public Path dataFolder() {
    return launch.data();
  }

  /** The orders agent as it was shipped. */
  public Drop ordersV1() {
    return shipped(ORDERS);
  }

  /** A better version of the orders agent. */
  public Drop upgrade() {
    var jar = Release.built("samples/upgrade/target/drop", ORDERS, ".jar");
    return new Drop(jar, pluginFolder(), version(ORDERS, jar));
  }

  /** A version of the orders agent that this server has never seen. */
  public Drop upgrade(int number) throws IOException {
    var version = "2.1." + number;
    var jar = Variant.of(upgrade().jar(), version, folder.resolve("variants"));
    return new Drop(jar, pluginFolder(), version);
  }

  /** A version of the agent that remembers wish lists; it is not shipped. */
  public Drop wishes(String version) {
    var jar = Release.built("samples/stateful/target/drop", "agent-wishes-" + version, ".jar");
    return new Drop(jar, pluginFolder(), version);
  }

  /** A version of the orders agent that does this before each answer, such as {@code throw …}. */
  public Drop faulty(String version, String harm) throws IOException {
    var jar = Faulty.of(ordersV1().jar(), version, harm, folder.resolve("variants"));
    return new Drop(jar, pluginFolder(), version);
  }

  /** A plugin of functions, made from their source in the package bench. */
  public Drop functions(String id, Map<String, String> manifest, String source) throws IOException {
    var jar = FunctionJar.of(id, manifest, source, folder.resolve("variants"));
    return new Drop(jar, pluginFolder(), version(id, jar));
  }

  /** An agent with a model of its own, a channel and an ERP connector, to be changed in turn. */
  public Rotation rotation() throws IOException {
    var shipped = three();
    var newer = new ArrayList<Drop>(List.of(upgrade()));
    for (var drop : shipped.subList(1, shipped.size())) {
      var jar = Variant.of(drop.jar(), "1.0.1", folder.resolve("variants"));
      newer.add(new Drop(jar, pluginFolder(), "1.0.1"));
    }
    return new Rotation(shipped, newer);
  }

  /** The same three, in version after version. */
  public Renewal renewal() {
    return new Renewal(three(), folder.resolve("variants"));
  }

  private List<Drop> three() {
    return List.of(ordersV1(), shipped("channel-web"), shipped("erp-jdbc"));
  }

  private Drop shipped(String plugin) {
    var jar = Release.built("liberty-config/target/hotdesk/plugins", plugin, ".jar");
    return new Drop(jar, pluginFolder(), version(plugin, jar));
  }

  /** A broken version of the orders agent. */
  public Drop broken() {
    var jar = Release.built("samples/upgrade/target/drop", "broken", ".jar");
    return new Drop(jar, pluginFolder(), "");
  }

  private static String version(String plugin, Path jar) {
    var name = jar.getFileName().toString();
    return name.substring(plugin.length() + 1, name.length() - ".jar".length());
  }

  /** The source tree that all this was built from. */
  public static Path root() {
    return Release.root();
  }

  /** A folder for what is needed meanwhile. */
  public Path scratch() throws IOException {
    return Files.createDirectories(folder.resolve("scratch"));
  }

  /** Deletes a folder with all in it. */
  public static void delete(Path folder) throws IOException {
    Release.delete(folder);
  }

  /** The server's process. */
  public Machine machine() {
    return new Machine(running().pid());
  }

  private Path kept() {
    return Release.root().resolve("runtime/bench/target/logs").resolve(folder.getFileName());
  }

  /** Kills the server and copies its database, for whoever wants to know what happened. */
  public Path keepData() throws IOException {
    kill();
    var kept = Files.createDirectories(kept());
    try (var files = Files.newDirectoryStream(dataFolder(), "*.db")) {
      for (var file : files) {
        Files.copy(file, kept.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return kept;
  }

  /** What the server wrote last stays readable, in {@code runtime/bench/target/logs}. */
  private void keepLogs() throws IOException {
    var kept = kept();
    for (var name : List.of("logs/messages.log", "logs/console.log")) {
      var log = dataFolder().resolve(name);
      if (Files.exists(log)) {
        Files.createDirectories(kept);
        Files.copy(log, kept.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** Ends both processes and deletes the directory. */
  @Override
  public void close() throws IOException {
    if (server != null) {
      server.kill();
    }
    shop.close();
    keepLogs();
    Release.delete(folder);
  }
}
