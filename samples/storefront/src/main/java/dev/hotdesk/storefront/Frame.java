package dev.hotdesk.storefront;

import dev.hotdesk.storefront.Goods.Promotion;
import java.net.URI;

/** What is around each page of the shop, with the one line that brings the chat. */
final class Frame {

  private final URI hotdesk;
  private final boolean vouches;

  Frame(URI hotdesk, boolean vouches) {
    this.hotdesk = hotdesk;
    this.vouches = vouches;
  }

  /** What the browser may load: nothing but the shop's own things and the chat. */
  String policy() {
    var socket = hotdesk.toString().replaceFirst("^http", "ws");
    return ("default-src 'none'; style-src 'self'; img-src 'self' data: %1$s; font-src 'self' %1$s;"
            + " media-src 'self' %1$s; script-src 'self' %1$s; connect-src 'self' %1$s %2$s;"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
        .formatted(hotdesk, socket);
  }

  /** A page about no product. */
  String around(View view, String title, Template body) {
    return around(view, title, "", body);
  }

  /** A page about the product of this number. */
  String around(View view, String title, String sku, Template body) {
    var isChinese = view.lang().equals("zh");
    return view.template("page")
        .with("locale", isChinese ? "zh-CN" : "en")
        .with("title", title)
        .with("hotdesk", hotdesk)
        .with("sku", sku)
        .with("lang", view.lang())
        .with("signed_in", vouches && view.customer().isPresent() ? " data-signed-in" : "")
        .with("banners", Html.each(view.promotions(), promotion -> banner(view, promotion)))
        .with("visitor", visitor(view))
        .with("other_lang", isChinese ? "en" : "zh")
        .with("path", view.path())
        .with("body", body.html())
        .html()
        .source();
  }

  String notFound(View view) {
    return around(view, view.say("not_found"), view.template("not-found"));
  }

  private static Html banner(View view, Promotion promotion) {
    var runs = promotion.runsAt(view.now());
    return view.template("banner")
        .with("state", runs ? "on" : "soon")
        .with(
            "words",
            view.say(
                runs ? "running" : "announced",
                view.say(promotion.title()),
                view.moment(runs ? promotion.ends() : promotion.starts()),
                view.say(promotion.terms())))
        .html();
  }

  private static Html visitor(View view) {
    return view.customer()
        .map(
            customer ->
                view.template("customer")
                    .with("hello", view.say("hello", view.say(customer.name()))))
        .orElseGet(() -> view.template("stranger"))
        .html();
  }
}
