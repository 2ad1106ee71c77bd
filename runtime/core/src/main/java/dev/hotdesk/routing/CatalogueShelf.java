package dev.hotdesk.routing;

import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.api.ErpUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the shop's words at hand and reads them anew when they are old. */
final class CatalogueShelf {

  private static final Logger LOG = LoggerFactory.getLogger(CatalogueShelf.class);

  private final Clock clock;
  private final Duration age;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Shelved shelved = new Shelved(Catalogue.EMPTY, Instant.MIN);

  CatalogueShelf(Clock clock, Duration age) {
    this.clock = clock;
    this.age = age;
  }

  /**
   * The shop's words, at most somewhat older than the age; those of before, or none, while the
   * shop's systems are down. Only one caller at a time reads; the others take what is there.
   */
  Catalogue catalogue(ShopConnection shop) {
    var now = clock.instant();
    if (now.isBefore(shelved.until) || !reading.tryLock()) {
      return shelved.catalogue;
    }
    try {
      shelved =
          new Shelved(Catalogue.of(shop.ask("products", ErpConnector::products)), now.plus(age));
    } catch (ErpUnavailableException e) {
      LOG.warn(
          "The shop's catalogue could not be read; using the words known before: {}",
          e.getMessage());
      shelved = new Shelved(shelved.catalogue, now.plus(age.dividedBy(6)));
    } finally {
      reading.unlock();
    }
    return shelved.catalogue;
  }

  private record Shelved(Catalogue catalogue, Instant until) {}
}
