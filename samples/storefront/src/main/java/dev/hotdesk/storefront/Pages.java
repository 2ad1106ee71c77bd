package dev.hotdesk.storefront;

import dev.hotdesk.storefront.Goods.Customer;
import dev.hotdesk.storefront.Goods.Order;
import dev.hotdesk.storefront.Goods.Parcel;
import dev.hotdesk.storefront.Goods.Product;
import dev.hotdesk.storefront.Goods.Promotion;
import dev.hotdesk.storefront.Goods.Review;
import dev.hotdesk.storefront.Goods.Unit;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes the shop's pages, each with the one line that brings the chat. */
final class Pages {

  private static final int FEW = 3;

  private final URI hotdesk;
  private final boolean vouches;

  Pages(URI hotdesk, boolean vouches) {
    this.hotdesk = hotdesk;
    this.vouches = vouches;
  }

  /** What a page depends on besides its own matter. */
  record View(
      String lang,
      String path,
      Optional<Customer> customer,
      List<Promotion> promotions,
      Instant now) {

    private Words words() {
      return Words.in(lang);
    }

    private String say(String key, Object... arguments) {
      return words().say(key, arguments);
    }

    private String written(String form, TemporalAccessor time) {
      return DateTimeFormatter.ofPattern(say(form), words().locale()).format(time);
    }

    private String moment(Instant instant) {
      return written("moment", instant.atZone(ZoneId.systemDefault()));
    }
  }

  /** What the browser may load: nothing but the shop's own things and the chat. */
  String policy() {
    var socket = hotdesk.toString().replaceFirst("^http", "ws");
    return ("default-src 'none'; style-src 'self'; img-src 'self' data: %1$s; font-src 'self' %1$s;"
            + " media-src 'self' %1$s; script-src 'self' %1$s; connect-src 'self' %1$s %2$s;"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
        .formatted(hotdesk, socket);
  }

  String catalogue(View view, List<Product> products) {
    return page(
        view,
        view.say("shop"),
        "",
        Html.of(
            "<section class=\"hero\"><h1>{}</h1><p>{}</p></section><ul class=\"grid\">{}</ul>",
            view.say("catalogue"),
            view.say("catalogue_sub"),
            each(products, product -> card(view, product))));
  }

  private static Html card(View view, Product product) {
    return Html.of(
        """
        <li><a class="card" href="/product/{}"><span class="picture">{}</span>
        <span class="name">{}</span><span class="row"><span class="price">{}</span>{}</span></a></li>
        """,
        product.id(),
        Picture.of(product.id(), product.units().getFirst().colour().en()),
        product.name().in(view.lang()),
        yuan(product.price()),
        each(
            colours(product),
            unit ->
                Html.of(
                    "<i class=\"dot {}\" title=\"{}\"></i>",
                    colourClass(unit),
                    unit.colour().in(view.lang()))));
  }

  String product(View view, Product product, List<Review> reviews) {
    var stars = reviews.stream().mapToInt(Review::stars).average().orElse(0);
    return page(
        view,
        product.name().in(view.lang()),
        product.id(),
        Html.of(
            """
            <article class="product"><div class="picture large">{}</div><div class="about">
            <p class="sku">{}</p><h1>{}</h1><p class="blurb">{}</p><p class="price">{}</p>
            <fieldset class="units"><legend>{} / {}</legend>{}</fieldset>
            <p class="ask"><button type="button" data-ask>{}</button><span>{}</span></p>
            </div></article>
            <section><h2>{}</h2><dl class="facts">{}</dl></section>
            <section><h2>{}</h2><ul class="reviews">{}</ul></section>
            """,
            each(
                colours(product),
                unit ->
                    Html.of(
                        "<div data-colour=\"{}\">{}</div>",
                        unit.colour().en(),
                        Picture.of(product.id(), unit.colour().en()))),
            view.say("sku", product.id()),
            product.name().in(view.lang()),
            product.blurb().in(view.lang()),
            yuan(product.price()),
            view.say("colour"),
            view.say("size"),
            each(product.units(), unit -> choice(view, unit)),
            view.say("ask"),
            view.say("ask_hint"),
            view.say("facts"),
            each(
                product.facts(),
                fact ->
                    Html.of(
                        "<dt>{}</dt><dd>{}</dd>",
                        fact.label().in(view.lang()),
                        fact.value().in(view.lang()))),
            view.say("reviews", reviews.size(), stars),
            each(reviews, review -> review(view, review))));
  }

  private static Html choice(View view, Unit unit) {
    var stock =
        unit.available() == 0
            ? view.say("stock_none")
            : unit.available() <= FEW
                ? view.say("stock_few", unit.available())
                : view.say("stock_in");
    return Html.of(
        """
        <label class="unit {}"><input type="radio" name="sku" value="{}" data-colour="{}">
        <i class="dot {}"></i><b>{} {}</b><small>{}</small></label>
        """,
        unit.available() == 0 ? "gone" : "",
        unit.sku(),
        unit.colour().en(),
        colourClass(unit),
        unit.colour().in(view.lang()),
        unit.size(),
        stock);
  }

  private static Html review(View view, Review review) {
    return Html.of(
        "<li><span class=\"stars\" aria-label=\"{}/5\">{}</span><p>{}</p><time>{}</time></li>",
        review.stars(),
        "★".repeat(review.stars()) + "☆".repeat(5 - review.stars()),
        review.words(),
        view.written("day", review.written()));
  }

  String signIn(View view, List<Customer> customers) {
    return page(
        view,
        view.say("signin_title"),
        "",
        Html.of(
            "<section class=\"narrow\"><h1>{}</h1><p>{}</p>{}</section>",
            view.say("signin_title"),
            view.say("signin_sub"),
            each(
                customers,
                customer ->
                    Html.of(
                        """
                        <form method="post" action="/sign-in"><button class="person" name="customer" value="{}">
                        <b>{}</b><small>{}</small></button></form>
                        """,
                        customer.id(),
                        view.say("signin_as", customer.name().in(view.lang())),
                        view.say(
                            "signin_detail",
                            customer.id(),
                            customer.phone().substring(customer.phone().length() - 4))))));
  }

  String orders(View view, List<Order> orders) {
    var name = view.customer().map(customer -> customer.name().in(view.lang())).orElse("");
    return page(
        view,
        view.say("orders"),
        "",
        Html.of(
            "<section class=\"narrow\"><h1>{}</h1>{}</section>",
            view.say("orders_title", name),
            orders.isEmpty()
                ? Html.of("<p>{}</p>", view.say("no_orders"))
                : each(orders, order -> order(view, order))));
  }

  private static Html order(View view, Order order) {
    return Html.of(
        """
        <article class="order"><header><h2>{}</h2><span class="status {}">{}</span></header>
        <p class="quiet">{} · {}</p><ul class="lines">{}</ul>{}</article>
        """,
        view.say("order", order.number()),
        order.status(),
        view.say("status." + order.status()),
        view.say("placed", view.moment(order.placed())),
        view.say("total", yuan(order.total())),
        each(
            order.lines(),
            line ->
                Html.of(
                    "<li><span class=\"picture small\">{}</span><a"
                        + " href=\"/product/{}\">{}</a><span>{}</span></li>",
                    Picture.of(line.productId(), line.colourEn()),
                    line.productId(),
                    line.name().in(view.lang()),
                    view.say("quantity", line.quantity()))),
        each(order.parcels(), parcel -> parcel(view, order, parcel)));
  }

  private static Html parcel(View view, Order order, Parcel parcel) {
    var seen =
        view.say(
            "parcel",
            parcel.carrier().in(view.lang()),
            parcel.tracking(),
            parcel.place().in(view.lang()),
            view.moment(parcel.seen()));
    var due =
        order.status().equals("SHIPPED")
            ? parcel.due().map(day -> " · " + view.say("due", day(view, day))).orElse("")
            : "";
    return Html.of("<p class=\"parcel\">{}</p>", seen + due);
  }

  private static String day(View view, LocalDate day) {
    return view.written("day", day);
  }

  String notFound(View view) {
    return page(
        view,
        view.say("not_found"),
        "",
        Html.of(
            "<section class=\"narrow\"><h1>{}</h1><p><a href=\"/\">{}</a></p></section>",
            view.say("not_found"),
            view.say("home")));
  }

  private String page(View view, String title, String sku, Html body) {
    return Html.of(
            """
            <!doctype html>
            <html lang="{}"><head><meta charset="utf-8"><title>{}</title>
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <link rel="icon" href="data:,"><link rel="stylesheet" href="/static/shop.css">
            <script src="/static/shop.js" defer></script>
            <script src="{}/widget/hotdesk.js" data-sku="{}" data-lang="{}" async></script>
            </head><body{}>{}
            <header class="top"><a class="brand" href="/">{}</a><span class="slogan">{}</span>
            <nav>{}<a href="/lang/{}?back={}">{}</a></nav></header>
            <main>{}</main><footer>{}</footer></body></html>
            """,
            view.lang().equals("zh") ? "zh-CN" : "en",
            title,
            hotdesk,
            sku,
            view.lang(),
            vouches && view.customer().isPresent() ? new Html(" data-signed-in") : new Html(""),
            each(view.promotions(), promotion -> banner(view, promotion)),
            view.say("shop"),
            view.say("slogan"),
            visitor(view),
            view.lang().equals("zh") ? "en" : "zh",
            view.path(),
            view.say("other"),
            body,
            view.say("foot"))
        .source();
  }

  private static Html banner(View view, Promotion promotion) {
    var runs = promotion.runsAt(view.now());
    return Html.of(
        "<p class=\"banner {}\">{}</p>",
        runs ? "on" : "soon",
        view.say(
            runs ? "running" : "announced",
            promotion.title().in(view.lang()),
            view.moment(runs ? promotion.ends() : promotion.starts()),
            promotion.terms().in(view.lang())));
  }

  private static Html visitor(View view) {
    return view.customer()
        .map(
            customer ->
                Html.of(
                    """
                    <span>{}</span><a href="/orders">{}</a>
                    <form method="post" action="/sign-out"><button class="link">{}</button></form>
                    """,
                    view.say("hello", customer.name().in(view.lang())),
                    view.say("orders"),
                    view.say("sign_out")))
        .orElseGet(() -> Html.of("<a href=\"/sign-in\">{}</a>", view.say("sign_in")));
  }

  private static <T> Html each(List<T> things, Function<T, Html> shown) {
    return Html.join(things.stream().map(shown).toList());
  }

  private static List<Unit> colours(Product product) {
    var seen = new java.util.HashSet<String>();
    return product.units().stream().filter(unit -> seen.add(unit.colour().en())).toList();
  }

  private static String colourClass(Unit unit) {
    return "c-" + unit.colour().en().toLowerCase(java.util.Locale.ROOT);
  }

  private static String yuan(BigDecimal amount) {
    return "¥" + amount.toPlainString();
  }
}
