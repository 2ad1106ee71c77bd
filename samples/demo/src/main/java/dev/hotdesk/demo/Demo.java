package dev.hotdesk.demo;

import dev.hotdesk.launcher.HotdeskServer;
import dev.hotdesk.launcher.Launch;
import dev.hotdesk.launcher.Ports;
import dev.hotdesk.launcher.StartFailedException;
import dev.hotdesk.storefront.ShopProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** Runs the release with the sample shop beside it until Ctrl-C, and says where everything is. */
public final class Demo {

  private static final int SHOP_PORT = port("STOREFRONT_PORT", 9090);

  /** Between the demo's shop and the demo's Hotdesk only: nothing real is behind it. */
  private static final String SECRET = "the-demo-shop-vouches-for-its-customers";

  private final Path root;
  private final Path data;
  private final Launch launch;

  private Demo(Path root) {
    this.root = root;
    this.data = root.resolve("samples/demo/.data");
    this.launch =
        Launch.of(root.resolve("liberty-config/target/hotdesk"))
            .data(data.resolve("hotdesk"))
            .plugins(data.resolve("plugins"))
            .port(port("HOTDESK_PORT", Launch.DEFAULT_PORT))
            .with("HOTDESK_PROFILE", "demo")
            .with("HOTDESK_DOCUMENTS", root.resolve("samples/demo/documents").toString())
            .with("HOTDESK_ORIGINS", "http://localhost:" + SHOP_PORT)
            .with("HOTDESK_IDENTIFY_SECRET", SECRET)
            .with("HOTDESK_SHOP_DB_URL", ShopProcess.database(data));
  }

  /** Its argument is the root of the source tree. */
  public static void main(String[] arguments) throws Exception {
    try {
      System.exit(new Demo(Path.of(arguments[0]).toAbsolutePath()).run());
    } catch (StartFailedException | IOException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static int port(String variable, int usual) {
    String text = System.getenv(variable);
    return text == null || text.isBlank() ? usual : Integer.parseInt(text);
  }

  private int run() throws IOException, InterruptedException {
    Ports.requireFree(SHOP_PORT);
    var hotdesk = "http://localhost:" + launch.port();
    try (var shop = ShopProcess.start(SHOP_PORT, hotdesk, SECRET, data)) {
      Runtime.getRuntime().addShutdownHook(new Thread(shop::close, "close-shop"));
      System.out.println("Starting Hotdesk …");
      var server = HotdeskServer.spawn(launch);
      var asked = new AtomicBoolean();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, asked), "stop-hotdesk"));
      server.awaitReady();
      System.out.println(welcome(server));
      int code = server.awaitEnd();
      if (!asked.get()) {
        System.err.printf(
            "Hotdesk has ended with code %d; run samples/demo/run again, and everything is"
                + " there.%n",
            code);
      }
      return code;
    }
  }

  private static void stop(HotdeskServer server, AtomicBoolean asked) {
    asked.set(true);
    server.stop();
  }

  private String welcome(HotdeskServer server) throws IOException {
    return """

    Hotdesk is ready.

      Storefront           http://localhost:%d/        (open the chat at the bottom right)
      Operator workspace   %sworkspace/   amy / amy-demo   ben / ben-demo   supervisor: sue / sue-demo
      Admin console        %sadmin/       admin / admin-demo

      Plugin folder        %s
      Jars to drop in      %s
      Shop's documents     %s
      Log                  %s
      Server process       %d

    Ctrl-C stops everything; what was said is kept in %s.
    """
        .formatted(
            SHOP_PORT,
            server.url(),
            server.url(),
            launch.plugins(),
            jarsToDrop(),
            root.resolve("samples/demo/documents"),
            server.log(),
            server.pid(),
            root.relativize(data));
  }

  private String jarsToDrop() throws IOException {
    Path folder = root.resolve("samples/upgrade/target/drop");
    if (!Files.isDirectory(folder)) {
      return "-";
    }
    try (var jars = Files.list(folder)) {
      return jars.filter(jar -> jar.toString().endsWith(".jar"))
          .sorted()
          .map(Path::toString)
          .collect(Collectors.joining("\n                       "));
    }
  }
}
