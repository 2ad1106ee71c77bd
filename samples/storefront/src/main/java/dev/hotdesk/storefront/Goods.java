package dev.hotdesk.storefront;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the shop's pages show. */
final class Goods {

  private Goods() {}

  /** The words in one of the two languages of the shop. */
  record Bilingual(String zh, String en) {
    String in(String lang) {
      return lang.equals("zh") ? zh : en;
    }
  }

  record Product(
      String id,
      Bilingual name,
      Bilingual blurb,
      BigDecimal price,
      List<Fact> facts,
      List<Unit> units) {}

  record Fact(Bilingual label, Bilingual value) {}

  record Unit(String sku, Bilingual colour, String size, int available) {}

  record Review(int stars, String words, LocalDate written) {}

  record Promotion(Bilingual title, Bilingual terms, Instant starts, Instant ends) {
    boolean runsAt(Instant now) {
      return !now.isBefore(starts);
    }
  }

  record Customer(String id, Bilingual name, String phone) {}

  record Order(
      String number,
      String status,
      Instant placed,
      BigDecimal total,
      List<Line> lines,
      List<Parcel> parcels) {}

  record Line(String productId, Bilingual name, String colourEn, int quantity) {}

  record Parcel(
      Bilingual carrier, String tracking, Bilingual place, Instant seen, Optional<LocalDate> due) {}
}
