package dev.hotdesk.storefront;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Draws the goods: one shape for each kind, in any of the colours. */
final class Picture {

  private static final Map<String, String> COLOURS =
      Map.ofEntries(
          Map.entry("blue", "#3d6fb4"),
          Map.entry("beige", "#d9c7a7"),
          Map.entry("burgundy", "#7c2438"),
          Map.entry("grey", "#8d949c"),
          Map.entry("black", "#33363b"),
          Map.entry("white", "#f4f2ec"),
          Map.entry("green", "#5d7f63"),
          Map.entry("pink", "#e3a5ad"),
          Map.entry("navy", "#2b3b5e"),
          Map.entry("brown", "#7a4f32"),
          Map.entry("red", "#b8433a"),
          Map.entry("khaki", "#a48f63"));

  private static final Properties SHAPES = shapes();

  private Picture() {}

  static String hex(String colourEn) {
    return COLOURS.getOrDefault(colourEn.toLowerCase(Locale.ROOT), "#999999");
  }

  /** A drawing of the kind that the product's id begins with. */
  static Html of(String productId, String colourEn) {
    var kind = productId.substring(0, Math.min(2, productId.length()));
    var shape = SHAPES.getProperty(kind, "<circle cx='100' cy='105' r='55'/>");
    return new Html(
        "<svg viewBox=\"0 0 200 200\" role=\"img\" aria-hidden=\"true\" class=\"goods\" fill=\""
            + hex(colourEn)
            + "\">"
            + shape
            + "</svg>");
  }

  private static Properties shapes() {
    var shapes = new Properties();
    try (var file =
        Objects.requireNonNull(Picture.class.getResourceAsStream("/shop/pictures.properties"))) {
      shapes.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the pictures", e);
    }
    return shapes;
  }
}
