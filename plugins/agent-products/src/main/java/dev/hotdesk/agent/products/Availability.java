package dev.hotdesk.agent.products;

import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Product;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Stock;
import dev.hotdesk.api.Turn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whether what a customer wants of a product is in stock; asks for the colour and the size. */
final class Availability {

  private static final int FEW = 3;

  private final Product product;
  private final Turn turn;
  private final AgentContext context;
  private final List<Stock> stock;
  private final Optional<String> colour;
  private final Optional<String> size;

  Availability(Product product, Turn turn, AgentContext context) {
    this.product = product;
    this.turn = turn;
    this.context = context;
    this.stock = context.erp().stock(product);
    var pages = pagesUnit();
    var colourSaid = turn.slot("colour");
    var sizeSaid = turn.slot("size");
    var neitherSaid = colourSaid.isEmpty() && sizeSaid.isEmpty();
    this.colour =
        colourSaid
            .or(() -> pages.filter(_ -> neitherSaid).map(Availability::colourKey))
            .or(() -> only(Availability::colourKey));
    this.size =
        sizeSaid
            .or(() -> pages.filter(_ -> neitherSaid).map(Product.Unit::size))
            .or(() -> only(Product.Unit::size));
  }

  Reply reply() {
    if (colour.isPresent() && pieces(this::isColour).isEmpty()) {
      return Reply.ask(context.text("no_such_colour", name(), colours()), "colour");
    }
    if (size.isPresent() && pieces(this::isSize).isEmpty()) {
      return Reply.ask(context.text("no_such_size", name(), sizes()), "size");
    }
    if (colour.isEmpty()) {
      return Reply.ask(context.text("which_colour", name(), colours()), "colour");
    }
    if (size.isEmpty()) {
      return Reply.ask(context.text("which_size", name(), sizes()), "size");
    }
    return pieces(it -> isColour(it) && isSize(it)).stream()
        .findFirst()
        .map(it -> Reply.say(told(it)))
        .orElseGet(() -> Reply.say(context.text("not_made", name(), instead())));
  }

  private String told(Stock piece) {
    var colourName = piece.unit().colour().in(turn.language());
    var key = piece.available() == 0 ? "out" : piece.available() <= FEW ? "few" : "in";
    var told =
        context.text("stock." + key, name(), colourName, piece.unit().size(), piece.available());
    return piece.available() == 0 ? told + instead() : told;
  }

  /** The nearest that is there: the colour in other sizes, or the size in other colours. */
  private String instead() {
    var near =
        pieces(it -> it.available() > 0 && (isColour(it) || isSize(it))).stream()
            .map(it -> it.unit().colour().in(turn.language()) + " " + it.unit().size())
            .collect(Collectors.joining(context.text("comma")));
    return near.isEmpty() ? context.text("nothing_near") : context.text("instead", near);
  }

  private Optional<Product.Unit> pagesUnit() {
    return turn.slot("product").stream()
        .flatMap(sku -> product.units().stream().filter(unit -> unit.sku().equals(sku)))
        .findFirst();
  }

  private Optional<String> only(Function<Product.Unit, String> side) {
    var values = product.units().stream().map(side).distinct().toList();
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  private List<Stock> pieces(Predicate<Stock> wanted) {
    return stock.stream().filter(wanted).toList();
  }

  private boolean isColour(Stock piece) {
    return colour.isPresent() && colourKey(piece.unit()).equals(colour.get());
  }

  private boolean isSize(Stock piece) {
    return size.isPresent() && piece.unit().size().equalsIgnoreCase(size.get());
  }

  private static String colourKey(Product.Unit unit) {
    return unit.colour().en().toLowerCase(Locale.ROOT);
  }

  private String colours() {
    return joined(unit -> unit.colour().in(turn.language()));
  }

  private String sizes() {
    return joined(Product.Unit::size);
  }

  private String joined(Function<Product.Unit, String> side) {
    return product.units().stream()
        .map(side)
        .distinct()
        .collect(Collectors.joining(context.text("comma")));
  }

  private String name() {
    return product.name().in(turn.language());
  }
}
