package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.client.OperatorClient;
import dev.hotdesk.bench.client.RefusedException;
import dev.hotdesk.bench.client.SocketException;
import dev.hotdesk.bench.client.Staff;
import dev.hotdesk.bench.site.Site;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two operators and a customer, as the protocol has it: every change shows. How soon is measured by
 * {@code runtime/bench/run handover}.
 */
@ExtendWith(OpenHouse.class)
class HandOverIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final Site site;
  private final OperatorClient amy;
  private final OperatorClient ben;
  private final CustomerClient customer;
  private final String conversation;

  HandOverIT(Site site) {
    this.site = site;
    amy = OperatorClient.connect(Staff.login(site.web(), "amy", "amy-demo"));
    ben = OperatorClient.connect(Staff.login(site.web(), "ben", "ben-demo"));
    customer = CustomerClient.connect(site.web(), site.shopOrigin(), "zh");
    conversation = customer.token().conversation();
  }

  @AfterEach
  void leave() {
    customer.close();
    amy.close();
    ben.close();
  }

  @Test
  void a_customer_is_taken_over_served_transferred_and_let_go() {
    customer.ask("我的订单 20261123-88 到哪了?", SOON);
    customer.ask("转人工", SOON);

    assertThat(ben.awaitConversation(conversation, is("waiting"), SOON)).isTrue();
    assertThat(amy.awaitConversation(conversation, is("waiting"), SOON)).isTrue();
    amy.open(conversation);
    assertThat(amy.awaitEntry(conversation, it -> it.text("kind").equals("understood"), SOON))
        .hasValueSatisfying(
            it -> {
              assertThat(it.text("intent")).isEqualTo("order.status");
              assertThat(it.part("slots").text("order_number")).isEqualTo("20261123-88");
              assertThat(it.decimal("confidence")).isBetween(0.0, 1.0);
            });

    amy.act("take", conversation);
    assertThat(customer.await(() -> customer.state().equals("operator"), SOON)).isTrue();
    assertThat(ben.awaitConversation(conversation, servedBy("amy"), SOON)).isTrue();

    amy.act("say", conversation, "text", "您好,我是 Amy");
    assertThat(customer.await(() -> hears("您好,我是 Amy"), SOON)).isTrue();
    customer.say("我的订单 20261123-88 到哪了?");
    assertThat(
            amy.awaitEntry(
                conversation,
                it -> it.text("from").equals("customer") && it.number("seq") > 6,
                SOON))
        .isPresent();

    amy.act("transfer", conversation, "to", "ben", "note", "knows the carrier");
    assertThat(ben.awaitConversation(conversation, offeredTo("ben"), SOON)).isTrue();
    ben.act("take", conversation);
    assertThat(amy.awaitConversation(conversation, servedBy("ben"), SOON)).isTrue();
    ben.act("say", conversation, "text", "这里是 Ben");
    assertThat(customer.await(() -> hears("这里是 Ben"), SOON)).isTrue();

    ben.act("close", conversation);
    assertThat(customer.await(() -> customer.state().equals("closed"), SOON)).isTrue();
    assertThat(amy.awaitConversation(conversation, is("closed"), SOON)).isTrue();
    assertThat(customer.messages().stream().filter(it -> it.isAnswer()).count())
        .as("the bot is silent while a person serves")
        .isEqualTo(1);
  }

  @Test
  void only_one_of_two_operators_gets_a_customer() {
    customer.ask("转人工", SOON);
    assertThat(ben.awaitConversation(conversation, is("waiting"), SOON)).isTrue();

    amy.act("take", conversation);

    assertThatThrownBy(() -> ben.act("take", conversation))
        .isInstanceOfSatisfying(
            RefusedException.class, it -> assertThat(it.code()).isEqualTo("taken"));
    assertThatThrownBy(() -> ben.act("say", conversation, "text", "me too"))
        .isInstanceOfSatisfying(
            RefusedException.class, it -> assertThat(it.code()).isEqualTo("not_yours"));
    amy.act("close", conversation);
  }

  @Test
  void a_customer_given_back_is_answered_by_the_bot() {
    customer.ask("转人工", SOON);
    amy.awaitConversation(conversation, is("waiting"), SOON);
    amy.act("take", conversation);

    amy.act("release", conversation);

    assertThat(customer.await(() -> customer.state().equals("bot"), SOON)).isTrue();
    assertThat(customer.ask("满300减50还有吗?", SOON))
        .hasValueSatisfying(it -> assertThat(it.text()).isNotEmpty());
  }

  @Test
  void a_closed_customer_who_comes_back_begins_anew() {
    customer.ask("转人工", SOON);
    amy.awaitConversation(conversation, is("waiting"), SOON);
    amy.act("take", conversation);
    amy.act("close", conversation);
    assertThat(customer.await(() -> customer.state().equals("closed"), SOON)).isTrue();

    assertThat(customer.ask("满300减50还有吗?", SOON)).isPresent();
    assertThat(customer.await(() -> customer.state().equals("bot"), SOON)).isTrue();
  }

  @Test
  void what_an_operator_says_twice_is_said_once() {
    customer.ask("转人工", SOON);
    amy.awaitConversation(conversation, is("waiting"), SOON);
    amy.act("take", conversation);

    var first = amy.act("say", conversation, "id", "o-same", "text", "once");
    var second = amy.act("say", conversation, "id", "o-same", "text", "once");

    assertThat(second.number("seq")).isEqualTo(first.number("seq"));
    amy.act("close", conversation);
  }

  @Test
  void nobody_sits_at_the_desk_without_having_logged_in() {
    var stranger = new Staff(site.web(), "", java.util.List.of(), "hotdesk_session=x", "");
    assertThatThrownBy(() -> OperatorClient.connect(stranger)).isInstanceOf(SocketException.class);

    var staff = Staff.login(site.web(), "amy", "amy-demo");
    assertThat(site.web().get("/api/admin/overview", staff.headers()).status()).isEqualTo(403);
    var admin = Staff.login(site.web(), "admin", "admin-demo");
    assertThat(
            site.web()
                .post(
                    "/api/admin/accounts",
                    Frame.body("login", "eve", "name", "Eve", "password", "a-long-password-1"),
                    Map.of("Cookie", admin.cookie(), "Origin", site.web().origin()))
                .status())
        .isEqualTo(403);
  }

  private boolean hears(String text) {
    return customer.messages().stream().anyMatch(it -> it.text().equals(text));
  }

  private static java.util.function.Predicate<Frame> is(String state) {
    return it -> it.text("state").equals(state);
  }

  private static java.util.function.Predicate<Frame> servedBy(String login) {
    return it -> it.text("state").equals("operator") && it.text("operator").equals(login);
  }

  private static java.util.function.Predicate<Frame> offeredTo(String login) {
    return it -> it.text("state").equals("transferring") && it.text("to").equals(login);
  }
}
