package dev.hotdesk.understanding;

import dev.hotdesk.api.Language;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.understanding.intent.Example;
import dev.hotdesk.understanding.intent.ExamplesFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The shipped agents' files as they lie in the tree, and the sentences nobody was fitted to. */
public final class ShopFiles {

  private static final Path PLUGINS = Path.of("..", "..", "plugins");

  private ShopFiles() {}

  /** What the shipped agents bring. */
  public static List<Knowledge> agents() {
    return Stream.of(
            "agent-accounts",
            "agent-desk",
            "agent-invoices",
            "agent-orders",
            "agent-payments",
            "agent-products",
            "agent-promotions",
            "agent-returns",
            "agent-warranty")
        .map(ShopFiles::agent)
        .toList();
  }

  private static Knowledge agent(String plugin) {
    return new Knowledge() {
      @Override
      public String plugin() {
        return plugin;
      }

      @Override
      public Optional<byte[]> read(String path) {
        var file = PLUGINS.resolve(plugin).resolve("src/main/resources").resolve(path);
        try {
          return Files.isRegularFile(file)
              ? Optional.of(Files.readAllBytes(file))
              : Optional.empty();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  /** The held-out sentences of {@code zh}, {@code en} or {@code mixed}. */
  public static List<Example> heldOut(String name) {
    var path = "/heldout/" + name + ".txt";
    try (var in = ShopFiles.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("No " + path);
      }
      return ExamplesFile.read("held-out", path, Language.ZH, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
