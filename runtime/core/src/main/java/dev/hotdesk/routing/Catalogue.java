package dev.hotdesk.routing;

import dev.hotdesk.api.Product;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The shop's own words, for recognising them in what customers write. Compare by identity: a new
 * catalogue is a new object.
 */
public final class Catalogue {

  /** A catalogue without words. */
  public static final Catalogue EMPTY = new Catalogue(List.of());

  private final List<Term> terms;

  private Catalogue(List<Term> terms) {
    this.terms = List.copyOf(terms);
  }

  /** The words for these products, their colours and sizes. */
  public static Catalogue of(List<Product> products) {
    return new Catalogue(products.stream().flatMap(Catalogue::terms).distinct().toList());
  }

  /** All terms, in no particular order; several may share a slot and value. */
  public List<Term> terms() {
    return terms;
  }

  private static Stream<Term> terms(Product product) {
    var names =
        Stream.concat(
            Stream.of(product.id(), product.name().zh(), product.name().en()),
            product.aliases().stream());
    var units =
        product.units().stream()
            .flatMap(
                unit ->
                    Stream.of(
                        new Term("product", product.id(), Set.of(unit.sku())),
                        new Term(
                            "colour",
                            unit.colour().en().toLowerCase(Locale.ROOT),
                            Set.of(unit.colour().zh(), unit.colour().en())),
                        new Term("size", unit.size(), Set.of(unit.size()))));
    return Stream.concat(
        Stream.of(
            new Term("product", product.id(), names.collect(java.util.stream.Collectors.toSet()))),
        units);
  }

  /**
   * Words that give a slot a value.
   *
   * @param slot {@code product}, {@code colour} or {@code size}
   * @param value what the slot is then
   * @param words ways to write it, in any language
   */
  public record Term(String slot, String value, Set<String> words) {}
}
