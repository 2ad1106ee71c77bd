package dev.hotdesk.storefront;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.hotdesk.storefront.Goods.Customer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Serves visitors: one request, one answer. */
final class Counter implements HttpHandler {

  private static final Map<String, String> STATIC =
      Map.of("shop.css", "text/css; charset=utf-8", "shop.js", "text/javascript; charset=utf-8");
  private static final String SESSION = "shop_session";
  private static final String LANG = "shop_lang";

  private final Warehouse warehouse;
  private final OrderBook orders;
  private final Frame frame;
  private final GoodsPages goods;
  private final CustomerPages people;
  private final Visitors visitors;
  private final Vouchers vouchers;

  Counter(ShopTables tables, Frame frame, Visitors visitors, Vouchers vouchers) {
    this.warehouse = new Warehouse(tables);
    this.orders = new OrderBook(tables);
    this.frame = frame;
    this.goods = new GoodsPages(frame);
    this.people = new CustomerPages(frame);
    this.visitors = visitors;
    this.vouchers = vouchers;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        answer(exchange).send(exchange, frame.policy());
      } catch (SQLException | RuntimeException e) {
        System.err.println(exchange.getRequestURI().getPath() + " failed: " + e);
        new Response(500, "text/plain; charset=utf-8", "Sorry, something went wrong.")
            .send(exchange, frame.policy());
      }
    }
  }

  private Response answer(HttpExchange exchange) throws SQLException, IOException {
    var path = exchange.getRequestURI().getPath();
    var parts = path.substring(1).split("/", 2);
    var rest = parts.length > 1 ? parts[1] : "";
    var view = view(exchange);
    return switch (exchange.getRequestMethod() + " " + parts[0]) {
      case "GET " -> Response.page(goods.catalogue(view, warehouse.products()));
      case "GET product" -> product(rest, view);
      case "GET orders" -> orders(view);
      case "GET sign-in" -> Response.page(people.signIn(view, orders.customers()));
      case "POST sign-in" -> signIn(exchange);
      case "POST sign-out" -> signOut(exchange);
      case "GET identity" -> identity(view);
      case "GET lang" -> language(rest, exchange);
      case "GET static" -> file(rest);
      default -> new Response(404, "text/html; charset=utf-8", frame.notFound(view));
    };
  }

  private View view(HttpExchange exchange) throws SQLException {
    return new View(
        language(exchange),
        exchange.getRequestURI().getPath(),
        customer(exchange),
        warehouse.promotions(),
        Instant.now());
  }

  private Response product(String id, View view) throws SQLException {
    var product = warehouse.product(id);
    return product.isEmpty()
        ? new Response(404, "text/html; charset=utf-8", frame.notFound(view))
        : Response.page(goods.product(view, product.get(), warehouse.reviews(id)));
  }

  private Response orders(View view) throws SQLException {
    var customer = view.customer();
    return customer.isEmpty()
        ? Response.redirect("/sign-in")
        : Response.page(people.orders(view, orders.of(customer.get().id())));
  }

  private Response signIn(HttpExchange exchange) throws SQLException, IOException {
    var id = form(exchange).getOrDefault("customer", "");
    var known = orders.customers().stream().anyMatch(customer -> customer.id().equals(id));
    return known
        ? Response.redirect("/orders").with(SESSION, visitors.signIn(id), true)
        : Response.redirect("/sign-in");
  }

  private Response signOut(HttpExchange exchange) {
    visitors.signOut(cookie(exchange, SESSION));
    return Response.redirect("/").with(SESSION, "", true);
  }

  private Response identity(View view) {
    return view.customer()
        .filter(_ -> !vouchers.secret().isEmpty())
        .map(
            customer ->
                new Response(
                    200, "text/plain; charset=utf-8", vouchers.voucher(customer.id(), view.now())))
        .orElseGet(() -> new Response(204, "", ""));
  }

  private static Response language(String lang, HttpExchange exchange) {
    var back = parsed(exchange.getRequestURI().getRawQuery()).getOrDefault("back", "/");
    var safe = back.matches("/(?:[A-Za-z0-9][A-Za-z0-9/-]*)?") ? back : "/";
    return Response.redirect(safe).with(LANG, lang.equals("en") ? "en" : "zh", false);
  }

  private static Response file(String name) throws IOException {
    var type = STATIC.get(name);
    if (type == null) {
      return new Response(404, "text/plain; charset=utf-8", "Not found");
    }
    try (var content =
        Objects.requireNonNull(Counter.class.getResourceAsStream("/static/" + name))) {
      return new Response(200, type, new String(content.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private Optional<Customer> customer(HttpExchange exchange) throws SQLException {
    var id = visitors.customer(cookie(exchange, SESSION));
    return id.isEmpty()
        ? Optional.empty()
        : orders.customers().stream().filter(it -> it.id().equals(id.get())).findFirst();
  }

  private static String language(HttpExchange exchange) {
    var chosen = cookie(exchange, LANG);
    if (!chosen.isEmpty()) {
      return chosen.equals("en") ? "en" : "zh";
    }
    var accepted = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept-Language"));
    return accepted.orElse("zh").startsWith("en") ? "en" : "zh";
  }

  private static String cookie(HttpExchange exchange, String name) {
    return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
        .flatMap(header -> Arrays.stream(header.split(";\\s*")))
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1).replace("\"", ""))
        .findFirst()
        .orElse("");
  }

  private static Map<String, String> form(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readNBytes(4096);
    return parsed(new String(body, StandardCharsets.UTF_8));
  }

  private static Map<String, String> parsed(@Nullable String query) {
    return Arrays.stream(Objects.requireNonNullElse(query, "").split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> pair[0],
                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                (first, _) -> first));
  }
}
