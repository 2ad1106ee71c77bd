package dev.hotdesk.capability;

import static dev.hotdesk.capability.LenderTest.get;

import dev.hotdesk.api.Http.Response;
import dev.hotdesk.generation.Capabilities.Loan;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A plugin that may call a shop's system on this machine. */
abstract class ShopCalls {

  Shop shop;
  Lent lent;
  Loan loan;

  @BeforeEach
  void open() throws IOException {
    shop = new Shop();
    lent = new Lent("localhost:" + shop.port());
    loan = lent.loan("outbound:localhost:" + shop.port(), "deadline=30s");
  }

  @AfterEach
  void close() {
    shop.close();
    lent.close();
  }

  final Response send(String path) {
    return loan.context().http().send(get(shop.base() + path));
  }
}
