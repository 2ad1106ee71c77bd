package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.bench.client.AdminClient;
import dev.hotdesk.bench.client.Answered;
import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.client.OperatorClient;
import dev.hotdesk.bench.client.Staff;
import dev.hotdesk.bench.site.Drop;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator copies, spoils and deletes plugins while a customer chats. */
@ExtendWith(OpenHouse.class)
class PluginsIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String QUESTION = "where is order 20261123-88";

  private final Site site;
  private final AdminClient admin;
  private final OperatorClient amy;
  private final CustomerClient customer;

  PluginsIT(Site site) {
    this.site = site;
    admin = AdminClient.login(site.web(), "admin", "admin-demo");
    amy = OperatorClient.connect(Staff.login(site.web(), "amy", "amy-demo"));
    customer = CustomerClient.connect(site.web(), site.shopOrigin(), "en");
    customer.ask("hello", SOON);
    amy.open(customer.token().conversation());
  }

  @AfterEach
  void leave() {
    customer.close();
    amy.close();
  }

  @Test
  void all_that_was_shipped_serves() {
    assertThat(admin.plugins())
        .filteredOn(it -> it.state().equals("LIVE"))
        .extracting(AdminClient.Plugin::plugin)
        .contains(
            "agent-orders",
            "agent-products",
            "agent-promotions",
            "agent-desk",
            "agent-knowledge",
            "agent-accounts",
            "agent-invoices",
            "agent-payments",
            "agent-returns",
            "agent-warranty",
            "channel-web",
            "erp-jdbc");
  }

  @Test
  void a_new_version_serves_the_next_question_of_a_running_chat()
      throws IOException, InterruptedException {
    assertThat(answeredBy(ask())).isEqualTo("agent-orders@" + site.ordersV1().version());
    try {
      site.upgrade().copy();
      site.upgrade().awaitLive(SOON);
      assertThat(answeredBy(ask())).isEqualTo("agent-orders@" + site.upgrade().version());
      assertThat(admin.live("agent-orders"))
          .hasValueSatisfying(it -> assertThat(it.version()).isEqualTo(site.upgrade().version()));
    } finally {
      Files.deleteIfExists(site.upgrade().file());
      site.ordersV1().awaitLive(SOON);
    }
    assertThat(answeredBy(ask())).isEqualTo("agent-orders@" + site.ordersV1().version());
    assertThat(customer.reconnects()).isZero();
    assertThat(customer.errors()).isEmpty();
    assertThat(customer.ledger().against(customer.messages()).areClean()).isTrue();
  }

  @Test
  void a_broken_version_is_refused_with_its_reason_and_the_old_one_goes_on()
      throws IOException, InterruptedException {
    var broken = site.broken();
    try {
      broken.copy();
      broken.awaitState("REJECTED", SOON);

      var reason = broken.status().text("reason");
      assertThat(reason).isNotBlank();
      assertThat(admin.drops())
          .filteredOn(it -> it.file().equals(broken.file().getFileName().toString()))
          .singleElement()
          .satisfies(
              it -> {
                assertThat(it.state()).isEqualTo("REJECTED");
                assertThat(it.reason()).isEqualTo(reason);
              });
      assertThat(answeredBy(ask())).isEqualTo("agent-orders@" + site.ordersV1().version());
    } finally {
      broken.remove();
    }
  }

  @Test
  void a_deleted_plugin_serves_no_more_and_nothing_is_lost()
      throws IOException, InterruptedException {
    assertThat(ask().text()).isNotEmpty();
    Drop orders = site.ordersV1();
    orders.remove();
    try {
      await().atMost(SOON).untilAsserted(() -> assertThat(admin.live("agent-orders")).isEmpty());

      assertThat(customer.ask(QUESTION, SOON))
          .hasValueSatisfying(it -> assertThat(it.state()).isEqualTo("waiting"));
    } finally {
      orders.copy();
      orders.awaitLive(SOON);
    }
    assertThat(customer.reconnects()).isZero();
    assertThat(customer.ledger().against(customer.messages()).areClean()).isTrue();
  }

  private Answered ask() {
    return customer
        .ask(QUESTION, SOON)
        .orElseThrow(() -> new AssertionError("No answer to " + QUESTION));
  }

  private String answeredBy(Answered answer) {
    return amy.awaitEntry(
            customer.token().conversation(),
            it ->
                it.text("kind").equals("understood") && it.number("question") == answer.question(),
            SOON)
        .map(it -> it.text("agent"))
        .orElse("nobody known");
  }
}
