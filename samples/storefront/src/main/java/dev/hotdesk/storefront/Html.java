package dev.hotdesk.storefront;

import java.util.List;
import java.util.function.Function;

/** A piece of a page in which everything is escaped already. */
record Html(String source) {

  /** One piece for each thing, one after the other. */
  static <T> Html each(List<T> things, Function<T, Html> shown) {
    var all = new StringBuilder();
    things.forEach(thing -> all.append(shown.apply(thing).source));
    return new Html(all.toString());
  }

  static String escaped(Object value) {
    return value instanceof Html(var source)
        ? source
        : String.valueOf(value)
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;");
  }
}
