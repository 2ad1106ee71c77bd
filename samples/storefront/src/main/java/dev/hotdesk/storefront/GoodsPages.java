package dev.hotdesk.storefront;

import dev.hotdesk.storefront.Goods.Product;
import dev.hotdesk.storefront.Goods.Review;
import dev.hotdesk.storefront.Goods.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** Shows the goods: all of them, and one with its reviews. */
final class GoodsPages {

  private static final int FEW = 3;

  private final Frame frame;

  GoodsPages(Frame frame) {
    this.frame = frame;
  }

  String catalogue(View view, List<Product> products) {
    return frame.around(
        view,
        view.say("shop"),
        view.template("catalogue")
            .with("products", Html.each(products, product -> card(view, product))));
  }

  private static Html card(View view, Product product) {
    return view.template("card")
        .with("id", product.id())
        .with("picture", Picture.of(product.id(), product.units().getFirst().colour().en()))
        .with("name", view.say(product.name()))
        .with("price", View.yuan(product.price()))
        .with("colours", Html.each(colours(product), unit -> colour(view, unit)))
        .html();
  }

  private static Html colour(View view, Unit unit) {
    return view.template("colour")
        .with("class", colourClass(unit))
        .with("name", view.say(unit.colour()))
        .html();
  }

  String product(View view, Product product, List<Review> reviews) {
    var name = view.say(product.name());
    var stars = reviews.stream().mapToInt(Review::stars).average().orElse(0);
    return frame.around(
        view,
        name,
        product.id(),
        view.template("product")
            .with("pictures", Html.each(colours(product), unit -> picture(view, product, unit)))
            .with("sku", view.say("sku", product.id()))
            .with("name", name)
            .with("blurb", view.say(product.blurb()))
            .with("price", View.yuan(product.price()))
            .with("units", Html.each(product.units(), unit -> choice(view, unit)))
            .with("facts", facts(view, product))
            .with("review_count", view.say("reviews", reviews.size(), stars))
            .with("reviews", Html.each(reviews, review -> review(view, review))));
  }

  private static Html picture(View view, Product product, Unit unit) {
    return view.template("picture")
        .with("colour", unit.colour().en())
        .with("picture", Picture.of(product.id(), unit.colour().en()))
        .html();
  }

  private static Html choice(View view, Unit unit) {
    return view.template("unit")
        .with("gone", unit.available() == 0 ? "gone" : "")
        .with("sku", unit.sku())
        .with("colour", unit.colour().en())
        .with("class", colourClass(unit))
        .with("name", view.say(unit.colour()))
        .with("size", unit.size())
        .with("stock", stock(view, unit.available()))
        .html();
  }

  private static String stock(View view, int available) {
    if (available == 0) {
      return view.say("stock_none");
    }
    return available <= FEW ? view.say("stock_few", available) : view.say("stock_in");
  }

  private static Html facts(View view, Product product) {
    return Html.each(
        product.facts(),
        fact ->
            view.template("fact")
                .with("label", view.say(fact.label()))
                .with("value", view.say(fact.value()))
                .html());
  }

  private static Html review(View view, Review review) {
    return view.template("review")
        .with("count", review.stars())
        .with("stars", "★".repeat(review.stars()) + "☆".repeat(5 - review.stars()))
        .with("words", review.words())
        .with("day", view.day(review.written()))
        .html();
  }

  private static List<Unit> colours(Product product) {
    var seen = new HashSet<String>();
    return product.units().stream().filter(unit -> seen.add(unit.colour().en())).toList();
  }

  private static String colourClass(Unit unit) {
    return "c-" + unit.colour().en().toLowerCase(Locale.ROOT);
  }
}
