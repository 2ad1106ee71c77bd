package dev.hotdesk.storefront;

import dev.hotdesk.storefront.Goods.Bilingual;
import dev.hotdesk.storefront.Goods.Customer;
import dev.hotdesk.storefront.Goods.Promotion;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;

/** Who looks at a page, when and in which language; besides the page's own matter. */
record View(
    String lang,
    String path,
    Optional<Customer> customer,
    List<Promotion> promotions,
    Instant now) {

  Template template(String name) {
    return new Template(name, words());
  }

  String say(String key, Object... arguments) {
    return words().say(key, arguments);
  }

  String say(Bilingual both) {
    return both.in(lang);
  }

  String moment(Instant instant) {
    return written("moment", instant.atZone(ZoneId.systemDefault()));
  }

  String day(LocalDate day) {
    return written("day", day);
  }

  static String yuan(BigDecimal amount) {
    return "¥" + amount.toPlainString();
  }

  private Words words() {
    return Words.in(lang);
  }

  private String written(String form, TemporalAccessor time) {
    return DateTimeFormatter.ofPattern(say(form), words().locale()).format(time);
  }
}
