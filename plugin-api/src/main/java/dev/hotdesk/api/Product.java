package dev.hotdesk.api;

import java.util.List;

/**
 * Something the shop sells.
 *
 * <p>Immutable; made by ERP connectors.
 *
 * <pre>{@code
 * new Product("SW-1001", new Text("毛衣", "Sweater"), List.of("jumper"), price, facts, units)
 * }</pre>
 *
 * @param id the shop's own id
 * @param name its name
 * @param aliases other words that customers use for it, in any language
 * @param price what one costs
 * @param specifications what the shop states about it, such as material or care, in order
 * @param units what can be bought of it, one for each colour and size
 */
public record Product(
    String id,
    Text name,
    List<String> aliases,
    Money price,
    List<Specification> specifications,
    List<Unit> units) {

  /** Copies the lists. */
  public Product {
    aliases = List.copyOf(aliases);
    specifications = List.copyOf(specifications);
    units = List.copyOf(units);
  }

  /**
   * One stated fact.
   *
   * @param key a word for programs, such as {@code material}, {@code care}, {@code pilling}, {@code
   *     fit}
   * @param label the word for people
   * @param value what is stated
   */
  public record Specification(String key, Text label, Text value) {}

  /**
   * One thing that can be bought.
   *
   * @param sku its stock-keeping number
   * @param colour its colour; the English word in lower case is the value of the slot {@code
   *     colour}
   * @param size its size as printed, such as {@code M}; the value of the slot {@code size}
   */
  public record Unit(String sku, Text colour, String size) {}
}
