package dev.hotdesk.storefront;

/** A piece of a page in which everything is escaped already. */
record Html(String source) {

  /** Fills each {@code {}} of a template, in order; whatever is not {@link Html} is escaped. */
  static Html of(String template, Object... values) {
    var page = new StringBuilder();
    var from = 0;
    for (var value : values) {
      var hole = template.indexOf("{}", from);
      page.append(template, from, hole).append(escaped(value));
      from = hole + 2;
    }
    return new Html(page.append(template.substring(from)).toString());
  }

  static Html join(Iterable<Html> pieces) {
    var all = new StringBuilder();
    pieces.forEach(piece -> all.append(piece.source));
    return new Html(all.toString());
  }

  private static String escaped(Object value) {
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
