package dev.hotdesk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hotdesk.delivery.Mark;
import dev.hotdesk.delivery.Marks;
import dev.hotdesk.delivery.Marks.Whose;
import dev.hotdesk.delivery.Side;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of receipts promises. Extend it, and hand in one that may hold anything. */
public abstract class MarksContract {

  private final String id = "test." + UUID.randomUUID();
  private final Whose customer = new Whose(id, Side.CUSTOMER);
  private final Whose operator = new Whose(id, Side.OPERATOR);

  /** The store under test; the same one each time within a test. */
  protected abstract Marks marks();

  @Test
  void nobody_has_got_anywhere_at_first() {
    assertEquals(Mark.NONE, marks().of(customer));
  }

  @Test
  void keeps_each_side_by_itself_and_moves_none_back() {
    marks().raise(Map.of(customer, new Mark(9, 4), operator, new Mark(2, 2)));
    marks().raise(Map.of(customer, new Mark(7, 5)));

    assertEquals(new Mark(9, 5), marks().of(customer));
    assertEquals(new Mark(2, 2), marks().of(operator));
  }

  @Test
  void moves_many_at_once_begun_or_not() {
    marks().raise(Map.of(customer, new Mark(3, 1)));
    var many = new HashMap<Whose, Mark>();
    IntStream.range(0, 300)
        .forEach(i -> many.put(new Whose(id + "-" + i, Side.CUSTOMER), new Mark(i, 0)));
    many.put(customer, new Mark(4, 0));

    marks().raise(many);

    assertEquals(new Mark(4, 1), marks().of(customer));
    assertEquals(new Mark(299, 0), marks().of(new Whose(id + "-299", Side.CUSTOMER)));
  }
}
