package dev.hotdesk.routing.loyalty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hotdesk.api.Money;
import dev.hotdesk.api.Order;
import dev.hotdesk.api.Precedence;
import dev.hotdesk.api.QueuePriority;
import dev.hotdesk.api.Shipment;
import dev.hotdesk.api.Text;
import dev.hotdesk.api.WaitingCustomer;
import dev.hotdesk.testkit.Lent;
import dev.hotdesk.testkit.PriorityContract;
import dev.hotdesk.testkit.QueueTrial;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoyaltyPriorityTest extends PriorityContract {

  private static final Text GOLD = new Text("会员等级 gold", "Tier gold");

  private final QueueTrial trial = QueueTrial.weighing(priority());

  @BeforeEach
  void set() {
    lend(trial.lent());
  }

  @Override
  protected QueuePriority priority() {
    return new LoyaltyPriority();
  }

  @Override
  protected void lend(Lent lent) {
    lent.configured("vip_tiers", List.of("vip"))
        .configured("high_tiers", List.of("Gold"))
        .configured("late_after_days", 3L);
  }

  @Override
  protected List<WaitingCustomer> customers() {
    return List.of(
        QueueTrial.waiting("C-1", "gold"),
        QueueTrial.waiting("C-1", "vip"),
        QueueTrial.waiting("C-1", ""),
        QueueTrial.waiting("", "gold"));
  }

  @Test
  void a_high_tier_goes_up_by_one_lane_and_a_vip_by_two() {
    assertEquals(Precedence.raised(1, GOLD), weigh("", "gold"));
    assertEquals(2, weigh("C-1", "vip").steps());
    assertEquals(Precedence.usual(), weigh("C-1", "silver"));
  }

  @Test
  void an_order_that_is_not_sent_in_time_goes_up_by_one() {
    trial.knowing(order(Order.Status.PAID, Duration.ofDays(4)));

    assertEquals(
        Precedence.raised(
            1,
            new Text("订单 20261123-88 付款 3 天仍未发货", "Order 20261123-88 was not sent within 3 days")),
        weigh("C-1", ""));
    assertEquals(2, weigh("C-1", "gold").steps());
    assertEquals(Precedence.usual(), weigh("", ""));
    assertEquals(Precedence.usual(), weigh("C-2", ""));
  }

  @Test
  void so_does_one_whose_parcel_is_overdue() {
    var due = LocalDate.ofInstant(trial.clock().instant(), ZoneOffset.UTC);
    var order = order(Order.Status.SHIPPED, Duration.ofDays(9));
    trial.knowing(order, parcel(due.minusDays(1)));

    assertEquals(1, weigh("C-1", "").steps());
  }

  @Test
  void one_that_comes_as_it_should_does_not() {
    var due = LocalDate.ofInstant(trial.clock().instant(), ZoneOffset.UTC);
    trial.knowing(order(Order.Status.SHIPPED, Duration.ofDays(9)), parcel(due.plusDays(1)));

    assertEquals(Precedence.usual(), weigh("C-1", ""));
  }

  @Test
  void while_the_shop_is_down_the_tier_alone_counts() {
    trial.knowing(order(Order.Status.PAID, Duration.ofDays(4))).whileErpIsDown();

    assertEquals(Precedence.raised(1, GOLD), weigh("C-1", "gold"));
    assertEquals(0, trial.failures());
  }

  private Precedence weigh(String customer, String tier) {
    return trial.weigh(QueueTrial.waiting(customer, tier));
  }

  private Order order(Order.Status status, Duration ago) {
    return new Order(
        "20261123-88",
        "C-1",
        "13800001234",
        status,
        trial.clock().instant().minus(ago),
        List.of(),
        Money.of("399.00", "CNY"));
  }

  private Shipment parcel(LocalDate due) {
    return new Shipment(
        new Text("顺丰", "SF"),
        "SF1",
        trial.clock().instant(),
        new Text("武汉", "Wuhan"),
        trial.clock().instant(),
        Optional.of(due));
  }
}
