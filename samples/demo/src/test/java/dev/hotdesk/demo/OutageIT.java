package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.bench.client.Answered;
import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The shop's database is slow or away: a person comes, and the bot is back when it is. */
@ExtendWith(OpenHouse.class)
class OutageIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String QUESTION = "where is order 20261123-88";

  private final Site site;

  OutageIT(Site site) {
    this.site = site;
  }

  @Test
  void while_the_shops_database_does_not_answer_a_person_comes()
      throws IOException, InterruptedException {
    try (var before = CustomerClient.connect(site.web(), site.shopOrigin(), "en");
        var during = CustomerClient.connect(site.web(), site.shopOrigin(), "en")) {
      assertThat(ask(before).text()).isNotEmpty();
      before.ask("6688", SOON);
      site.shop().freeze();
      try {
        assertThat(ask(before).reason()).isIn("erp_unavailable", "agent_timed_out");
        assertThat(during.awaitPromise(during.say("hello"), SOON)).isPresent();
      } finally {
        site.shop().thaw();
      }
    }
    try (var after = CustomerClient.connect(site.web(), site.shopOrigin(), "en")) {
      after.ask(QUESTION, SOON);
      assertThat(after.ask("6688", SOON))
          .hasValueSatisfying(it -> assertThat(it.text()).contains("20261123-88"));
    }
  }

  private static Answered ask(CustomerClient customer) {
    return customer
        .ask(QUESTION, SOON)
        .orElseThrow(() -> new AssertionError("Neither an answer nor a person"));
  }
}
