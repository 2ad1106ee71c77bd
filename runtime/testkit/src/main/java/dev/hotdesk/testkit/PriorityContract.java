package dev.hotdesk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.hotdesk.api.Precedence;
import dev.hotdesk.api.QueuePriority;
import dev.hotdesk.api.WaitingCustomer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link QueuePriority} promises. Extend it, and say which. */
public abstract class PriorityContract {

  /** The priority under test. */
  protected abstract QueuePriority priority();

  /** Gives it the settings, secrets and answers of other systems that it needs, if any. */
  protected void lend(Lent lent) {}

  /** Customers whom it moves, and some whom it does not. */
  protected abstract List<WaitingCustomer> customers();

  @Test
  void treats_a_visitor_of_whom_nothing_is_known_as_everybody() {
    assertEquals(Precedence.usual(), trial().weigh(QueueTrial.waiting("", "")));
  }

  @Test
  void says_the_same_of_the_same_customer() {
    var trial = trial();
    for (var customer : customers()) {
      assertEquals(trial.weigh(customer), trial.weigh(customer));
    }
  }

  @Test
  void gives_a_reason_in_both_languages() {
    var trial = trial();
    for (var customer : customers()) {
      var precedence = trial.weigh(customer);
      if (precedence.steps() != 0) {
        assertFalse(precedence.why().zh().isBlank());
        assertFalse(precedence.why().en().isBlank());
      }
    }
  }

  @Test
  void says_something_while_the_shop_is_down() {
    var trial = trial().whileErpIsDown();
    for (var customer : customers()) {
      trial.weigh(customer);
    }
    assertEquals(0, trial.failures(), "calls that threw; wanted none: expect that the ERP is down");
  }

  private QueueTrial trial() {
    var trial = QueueTrial.weighing(priority());
    lend(trial.lent());
    return trial;
  }
}
