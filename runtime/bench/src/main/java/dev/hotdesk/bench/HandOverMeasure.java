package dev.hotdesk.bench;

import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.client.OperatorClient;
import dev.hotdesk.bench.client.Staff;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** How soon two operators and a customer see what each of them does. */
final class HandOverMeasure implements Measure {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public String summary() {
    return "until a change by an operator or a customer shows at the others [--rounds 20]";
  }

  @Override
  public void run(Options options, Report report) throws IOException, InterruptedException {
    try (var site = Site.open()) {
      site.start();
      try (var amy = OperatorClient.connect(Staff.login(site.web(), "amy", "amy-demo"));
          var ben = OperatorClient.connect(Staff.login(site.web(), "ben", "ben-demo"))) {
        var rounds = new Rounds(site, amy, ben);
        rounds.once(); // the first comes upon a server that has just started
        rounds.times = new Timings();
        for (int i = 0; i < options.number("rounds", 20); i++) {
          rounds.once();
        }
        report.count("changes", rounds.times.count());
        report.none("unseen", rounds.unseen);
        report.value("shown_p50", rounds.times.percentile(50), "ms");
        report.atMost(1_000, "shown_p99", rounds.times.percentile(99), "ms");
        report.value("shown_max", rounds.times.percentile(100), "ms");
      }
    }
  }

  /** One customer after the other is taken over, passed on and let go. */
  private static final class Rounds {

    private final Site site;
    private final OperatorClient amy;
    private final OperatorClient ben;
    private final List<String> unseen = new ArrayList<>();
    private Timings times = new Timings();
    private long begun;

    Rounds(Site site, OperatorClient amy, OperatorClient ben) {
      this.site = site;
      this.amy = amy;
      this.ben = ben;
    }

    void once() {
      try (var customer = CustomerClient.connect(site.web(), site.shopOrigin(), "zh")) {
        var id = customer.token().conversation();
        after(() -> customer.say("转人工"));
        shows("waiting", () -> ben.awaitConversation(id, is("waiting"), PATIENCE));
        shows("waiting", () -> amy.awaitConversation(id, is("waiting"), PATIENCE));
        amy.open(id);
        after(() -> amy.act("take", id));
        shows("taken", () -> customer.await(() -> customer.state().equals("operator"), PATIENCE));
        shows("taken", () -> ben.awaitConversation(id, servedBy("amy"), PATIENCE));
        after(() -> amy.act("say", id, "text", "您好"));
        shows("said", () -> customer.await(() -> hears(customer, "您好"), PATIENCE));
        after(() -> customer.say("包裹到哪了?"));
        shows("said", () -> amy.awaitEntry(id, says("包裹到哪了?"), PATIENCE).isPresent());
        after(() -> amy.act("transfer", id, "to", "ben", "note", "knows the carrier"));
        shows("offered", () -> ben.awaitConversation(id, is("transferring"), PATIENCE));
        after(() -> ben.act("take", id));
        shows("taken", () -> amy.awaitConversation(id, servedBy("ben"), PATIENCE));
        after(() -> ben.act("close", id));
        shows("closed", () -> customer.await(() -> customer.state().equals("closed"), PATIENCE));
        shows("closed", () -> amy.awaitConversation(id, is("closed"), PATIENCE));
      }
    }

    private void after(Runnable change) {
      begun = System.nanoTime();
      change.run();
    }

    private void shows(String what, BooleanSupplier seen) {
      if (!seen.getAsBoolean()) {
        unseen.add(what);
      }
      times.add(System.nanoTime() - begun);
    }

    private static boolean hears(CustomerClient customer, String text) {
      return customer.messages().stream().anyMatch(it -> it.text().equals(text));
    }

    private static Predicate<Frame> is(String state) {
      return it -> it.text("state").equals(state);
    }

    private static Predicate<Frame> servedBy(String login) {
      return it -> it.text("state").equals("operator") && it.text("operator").equals(login);
    }

    private static Predicate<Frame> says(String text) {
      return it -> it.text("text").equals(text);
    }
  }
}
