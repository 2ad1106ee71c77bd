package dev.hotdesk.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.api.ErpUnavailableException;
import dev.hotdesk.api.Language;
import dev.hotdesk.api.Money;
import dev.hotdesk.api.Order;
import dev.hotdesk.api.OrderLookup;
import dev.hotdesk.api.PluginContext;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class CustomersErpTest {

  private static final String NUMBER = "20261123-88";
  private static final Order ORDER =
      new Order(
          NUMBER,
          "C-1",
          "13800006688",
          Order.Status.SHIPPED,
          Instant.EPOCH,
          List.of(),
          Money.of("299.00", "CNY"));
  private static final Order GUESTS =
      new Order(
          "20261123-99",
          "",
          "13800006688",
          Order.Status.SHIPPED,
          Instant.EPOCH,
          List.of(),
          Money.of("9.00", "CNY"));
  private final Guesses guesses = new Guesses(Clock.systemUTC());

  @Test
  void shows_no_order_to_a_stranger_and_does_not_say_whether_it_exists() {
    var stranger = erp("web.a", "", Map.of());
    assertThat(stranger.order(NUMBER)).isEqualTo(new OrderLookup.ProofNeeded());
    assertThat(stranger.order("19990101-1")).isEqualTo(new OrderLookup.ProofNeeded());
  }

  @Test
  void shows_an_order_to_its_buyer() {
    assertThat(erp("web.a", "C-1", Map.of()).order(NUMBER)).isEqualTo(new OrderLookup.Found(ORDER));
  }

  @Test
  void shows_a_guests_order_to_nobody_without_proof() {
    assertThat(erp("web.a", "", Map.of("phone_last4", "0000")).order(GUESTS.number()))
        .isEqualTo(new OrderLookup.NotFound());
    assertThat(erp("web.a", "", Map.of("phone_last4", "6688")).order(GUESTS.number()))
        .isEqualTo(new OrderLookup.Found(GUESTS));
  }

  @Test
  void shows_the_buyer_an_order_that_others_have_guessed_at() {
    for (int i = 0; i < Guesses.PER_ORDER; i++) {
      assertThat(guess("web." + i, "0000")).isEqualTo(new OrderLookup.NotFound());
    }
    assertThat(erp("web.a", "C-1", Map.of("phone_last4", "1234")).order(NUMBER))
        .isEqualTo(new OrderLookup.Found(ORDER));
  }

  @Test
  void asks_another_identified_customer_for_proof() {
    assertThat(erp("web.a", "C-2", Map.of()).order(NUMBER))
        .isEqualTo(new OrderLookup.ProofNeeded());
  }

  @Test
  void shows_an_order_to_who_knows_the_end_of_its_phone() {
    assertThat(guess("web.a", "6688")).isEqualTo(new OrderLookup.Found(ORDER));
  }

  @Test
  void takes_no_shorter_proof_than_four_digits() {
    assertThat(guess("web.a", "8")).isEqualTo(new OrderLookup.NotFound());
  }

  @Test
  void stops_guessing_in_one_conversation() {
    for (int i = 0; i < Guesses.PER_CONVERSATION; i++) {
      assertThat(guess("web.a", "000" + i)).isEqualTo(new OrderLookup.NotFound());
    }
    assertThat(guess("web.a", "6688")).isEqualTo(new OrderLookup.Refused());
    assertThat(guess("web.b", "6688")).isEqualTo(new OrderLookup.Found(ORDER));
  }

  @Test
  void stops_guessing_at_one_order_from_many_conversations() {
    for (int i = 0; i < Guesses.PER_ORDER; i++) {
      assertThat(guess("web." + i, "0000")).isEqualTo(new OrderLookup.NotFound());
    }
    assertThat(guess("web.z", "6688")).isEqualTo(new OrderLookup.Refused());
  }

  @Test
  void says_that_the_shop_is_unavailable_when_no_connector_is_there() {
    var shop =
        new ShopConnection(Optional.empty(), CustomersErpTest::noDatabase, Duration.ofSeconds(1));
    var erp = new CustomersErp(shop, "web.a", "C-1", Map.of(), guesses);
    assertThatThrownBy(() -> erp.order("1")).isInstanceOf(ErpUnavailableException.class);
  }

  private OrderLookup guess(String conversation, String digits) {
    return erp(conversation, "", Map.of("phone_last4", digits)).order(NUMBER);
  }

  private CustomersErp erp(String conversation, String customer, Map<String, String> slots) {
    var connector =
        (ErpConnector)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ErpConnector.class},
                (_, _, arguments) ->
                    Stream.of(ORDER, GUESTS)
                        .filter(order -> order.number().equals(arguments[0]))
                        .findFirst());
    var shop =
        new ShopConnection(
            Optional.of(new Direct(connector)),
            CustomersErpTest::noDatabase,
            Duration.ofSeconds(1));
    return new CustomersErp(shop, conversation, customer, slots, guesses);
  }

  /** Calls without a pool. */
  private record Direct(ErpConnector connector) implements Plugged<ErpConnector> {

    @Override
    public String plugin() {
      return "erp";
    }

    @Override
    public String version() {
      return "1.0.0";
    }

    @Override
    public Map<String, String> texts(Language language) {
      return Map.of();
    }

    @Override
    public PluginContext context() {
      return new NothingLent(Clock.systemUTC());
    }

    @Override
    public <R> R call(
        String what, Duration deadline, Function<? super ErpConnector, ? extends R> work) {
      return Objects.requireNonNull(work.apply(connector));
    }
  }

  private static DataSource noDatabase() {
    throw new ErpUnavailableException("none in this test");
  }
}
