package dev.hotdesk.storefront;

import dev.hotdesk.storefront.Goods.Customer;
import dev.hotdesk.storefront.Goods.Line;
import dev.hotdesk.storefront.Goods.Order;
import dev.hotdesk.storefront.Goods.Parcel;
import java.util.List;

/** Lets customers sign in, and shows them their orders. */
final class CustomerPages {

  private final Frame frame;

  CustomerPages(Frame frame) {
    this.frame = frame;
  }

  String signIn(View view, List<Customer> customers) {
    return frame.around(
        view,
        view.say("signin_title"),
        view.template("sign-in")
            .with("people", Html.each(customers, customer -> person(view, customer))));
  }

  private static Html person(View view, Customer customer) {
    var phone = customer.phone();
    return view.template("person")
        .with("id", customer.id())
        .with("name", view.say("signin_as", view.say(customer.name())))
        .with(
            "detail", view.say("signin_detail", customer.id(), phone.substring(phone.length() - 4)))
        .html();
  }

  String orders(View view, List<Order> orders) {
    var name = view.customer().map(customer -> view.say(customer.name())).orElse("");
    return frame.around(
        view,
        view.say("orders"),
        view.template("orders")
            .with("title", view.say("orders_title", name))
            .with(
                "orders",
                orders.isEmpty()
                    ? view.template("no-orders").html()
                    : Html.each(orders, order -> order(view, order))));
  }

  private static Html order(View view, Order order) {
    return view.template("order")
        .with("title", view.say("order", order.number()))
        .with("status", order.status())
        .with("state", view.say("status." + order.status()))
        .with("placed", view.say("placed", view.moment(order.placed())))
        .with("total", view.say("total", View.yuan(order.total())))
        .with("lines", Html.each(order.lines(), line -> line(view, line)))
        .with("parcels", Html.each(order.parcels(), parcel -> parcel(view, order, parcel)))
        .html();
  }

  private static Html line(View view, Line line) {
    return view.template("line")
        .with("picture", Picture.of(line.productId(), line.colourEn()))
        .with("product", line.productId())
        .with("name", view.say(line.name()))
        .with("quantity", view.say("quantity", line.quantity()))
        .html();
  }

  private static Html parcel(View view, Order order, Parcel parcel) {
    var seen =
        view.say(
            "parcel",
            view.say(parcel.carrier()),
            parcel.tracking(),
            view.say(parcel.place()),
            view.moment(parcel.seen()));
    var due =
        order.status().equals("SHIPPED")
            ? parcel.due().map(day -> " · " + view.say("due", view.day(day))).orElse("")
            : "";
    return view.template("parcel").with("words", seen + due).html();
  }
}
