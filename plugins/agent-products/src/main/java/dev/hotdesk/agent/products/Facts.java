package dev.hotdesk.agent.products;

import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Language;
import dev.hotdesk.api.Product;
import dev.hotdesk.api.Review;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the shop states about a product and what buyers wrote, always saying which is which. */
record Facts(Product product, Language language, AgentContext context) {

  private static final String PRICE = "price";

  /** All that the shop states. */
  String all() {
    var lines =
        product.specifications().stream()
            .map(it -> context.text("line", it.label().in(language), it.value().in(language)))
            .collect(Collectors.joining("\n"));
    return context.text("all", name(), product.price().in(language), lines);
  }

  /** What the shop states on a topic, and what buyers found, if any did. */
  String stated(Topic topic) {
    if (topic.key().equals(PRICE)) {
      return price();
    }
    var mentions = mentioning(topic);
    return mentions.isEmpty() ? statement(topic) : statement(topic) + "\n" + mentions;
  }

  /** What the shop states on a topic, and what buyers found, even if nobody did. */
  String experienced(Topic topic) {
    var reviews = context.erp().reviews(product).size();
    if (topic.key().equals(PRICE)) {
      return price();
    }
    if (reviews == 0) {
      return statement(topic);
    }
    var mentions = mentioning(topic);
    if (specification(topic).isEmpty() && mentions.isEmpty()) {
      return context.text("unknown", name(), label(topic), reviews);
    }
    return statement(topic)
        + "\n"
        + (mentions.isEmpty() ? context.text("not_mentioned", reviews, label(topic)) : mentions);
  }

  /** What buyers think of it altogether. */
  String overall() {
    var reviews = context.erp().reviews(product);
    if (reviews.isEmpty()) {
      return all();
    }
    var stars = reviews.stream().mapToInt(Review::stars).average().orElse(0);
    return context.text("experienced", name(), reviews.size(), stars, quote(reviews));
  }

  String name() {
    return product.name().in(language);
  }

  private String price() {
    return context.text("price", name(), product.price().in(language));
  }

  private Optional<String> specification(Topic topic) {
    return product.specifications().stream()
        .filter(it -> it.key().equals(topic.key()))
        .map(it -> it.value().in(language))
        .findFirst();
  }

  private String statement(Topic topic) {
    return specification(topic)
        .map(value -> context.text("stated", name(), label(topic), value))
        .orElseGet(() -> context.text("not_stated", name(), label(topic)));
  }

  /** How many buyers speak of a topic, with the words of one; empty if none does. */
  private String mentioning(Topic topic) {
    var key = topic.key().equals("fit") ? "size" : topic.key();
    var all = context.erp().reviews(product);
    var some = all.stream().filter(review -> review.topics().contains(key)).toList();
    return some.isEmpty()
        ? ""
        : context.text("mentioned", all.size(), some.size(), label(topic), quote(some));
  }

  /** Words in the customer's language, if there are any. */
  private String quote(List<Review> reviews) {
    var chosen =
        reviews.stream()
            .filter(review -> isChinese(review.words()) == (language == Language.ZH))
            .findFirst()
            .orElseGet(reviews::getFirst);
    return context.text("quote", chosen.words(), chosen.stars());
  }

  private static boolean isChinese(String words) {
    return words
        .codePoints()
        .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN);
  }

  private String label(Topic topic) {
    return context.text("topic." + topic.key());
  }
}
