package dev.hotdesk.testkit;

import dev.hotdesk.api.Money;
import dev.hotdesk.api.Order;
import dev.hotdesk.api.Product;
import dev.hotdesk.api.Promotion;
import dev.hotdesk.api.Review;
import dev.hotdesk.api.Shipment;
import dev.hotdesk.api.Stock;
import dev.hotdesk.api.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Things of an imaginary shop, for tests that need some and care little which. */
public final class Samples {

  /** Whose orders they are. */
  public static final String CUSTOMER = "C-1";

  /** The last four digits of the phone of every order. */
  public static final String PHONE_LAST4 = "6688";

  private Samples() {}

  /** An order of one sweater, placed two days ago by {@link #CUSTOMER}. */
  public static Order order(String number, Order.Status status) {
    return new Order(
        number,
        CUSTOMER,
        "1390000" + PHONE_LAST4,
        status,
        Instant.now().minus(Duration.ofDays(2)),
        List.of(new Order.Line("SW-1-BLUE-M", sweater().name(), 1)),
        Money.of("299.00", "CNY"));
  }

  /** A parcel that left yesterday, was seen an hour ago in Hangzhou, and is due tomorrow. */
  public static Shipment shipment() {
    return new Shipment(
        new Text("顺丰速运", "SF Express"),
        "SF100200300",
        Instant.now().minus(Duration.ofDays(1)),
        new Text("杭州转运中心", "Hangzhou hub"),
        Instant.now().minus(Duration.ofHours(1)),
        Optional.of(LocalDate.now().plusDays(1)));
  }

  /**
   * A wool sweater, id {@code SW-1}, in blue and red, M and L; sku {@code SW-1-BLUE-M} and so on.
   */
  public static Product sweater() {
    return new Product(
        "SW-1",
        new Text("羊毛圆领毛衣", "Wool crew-neck sweater"),
        List.of("毛衣", "sweater", "jumper"),
        Money.of("299.00", "CNY"),
        List.of(
            specification("material", "材质", "Material", "100% 羊毛", "100% wool"),
            specification("pilling", "起球", "Pilling", "抗起球 4 级", "Pilling resistance grade 4"),
            specification("care", "洗护", "Care", "冷水手洗", "Hand wash cold"),
            specification("fit", "版型", "Fit", "合身，按平时尺码选", "Regular, true to size")),
        List.of(
            unit("SW-1-BLUE-M", "蓝色", "Blue", "M"),
            unit("SW-1-BLUE-L", "蓝色", "Blue", "L"),
            unit("SW-1-RED-M", "红色", "Red", "M"),
            unit("SW-1-RED-L", "红色", "Red", "L")));
  }

  /** So many pieces of a unit of {@link #sweater}. */
  public static Stock stock(String sku, int available) {
    var unit =
        sweater().units().stream().filter(it -> it.sku().equals(sku)).findFirst().orElseThrow();
    return new Stock(unit, available);
  }

  /** What a buyer wrote last week. */
  public static Review review(int stars, String words, String... topics) {
    return new Review(stars, words, Set.of(topics), LocalDate.now().minusDays(7));
  }

  /** A promotion that runs for five more days: spend so much yuan, save so much. */
  public static Promotion promotion(int threshold, int discount) {
    return promotion(threshold, discount, -5, 5);
  }

  /** A promotion from and until so many days from now; negative ones are past. */
  public static Promotion promotion(int threshold, int discount, int fromDay, int untilDay) {
    return new Promotion(
        new Text(
            "满%d减%d".formatted(threshold, discount), "%d off %d".formatted(discount, threshold)),
        Money.of(threshold + ".00", "CNY"),
        Money.of(discount + ".00", "CNY"),
        Instant.now().plus(Duration.ofDays(fromDay)),
        Instant.now().plus(Duration.ofDays(untilDay)),
        new Text("每单限用一次", "Once an order"));
  }

  private static Product.Specification specification(
      String key, String labelZh, String labelEn, String zh, String en) {
    return new Product.Specification(key, new Text(labelZh, labelEn), new Text(zh, en));
  }

  private static Product.Unit unit(String sku, String zh, String en, String size) {
    return new Product.Unit(sku, new Text(zh, en), size);
  }
}
