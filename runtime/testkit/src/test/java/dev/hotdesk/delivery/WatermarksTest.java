package dev.hotdesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.testkit.MemoryMarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatermarksTest {

  private static final String ID = "web.one";
  private static final long LAST = 20;

  private final MemoryMarks store = new MemoryMarks();
  private final List<String> told = new ArrayList<>();
  private final Watermarks marks = marks(store);

  @Test
  void tells_at_once_and_stores_later() {
    marks.received(ID, Side.CUSTOMER, 8);
    marks.read(ID, Side.CUSTOMER, 7);

    assertThat(told)
        .containsExactly(
            "CUSTOMER Mark[delivered=8, read=0]", "CUSTOMER Mark[delivered=8, read=7]");
    assertThat(marks.of(ID, Side.CUSTOMER)).isEqualTo(new Mark(8, 7));
    assertThat(marks(store).of(ID, Side.CUSTOMER)).isEqualTo(Mark.NONE);

    marks.flush();

    assertThat(marks(store).of(ID, Side.CUSTOMER)).isEqualTo(new Mark(8, 7));
    assertThat(marks.of(ID, Side.OPERATOR)).isEqualTo(Mark.NONE);
  }

  @Test
  void says_nothing_of_what_is_known_or_goes_back() {
    marks.read(ID, Side.OPERATOR, 8);
    marks.read(ID, Side.OPERATOR, 8);
    marks.received(ID, Side.OPERATOR, 5);
    marks.read(ID, Side.OPERATOR, -3);

    assertThat(told).hasSize(1);
  }

  @Test
  void nobody_has_read_what_is_not_there_yet() {
    marks.read(ID, Side.CUSTOMER, Long.MAX_VALUE);

    assertThat(marks.of(ID, Side.CUSTOMER)).isEqualTo(new Mark(LAST, LAST));
  }

  @Test
  void keeps_what_could_not_be_stored_for_the_next_time() {
    var isDown = new boolean[] {true};
    var flaky =
        new Marks() {
          @Override
          public Mark of(Whose whose) {
            return store.of(whose);
          }

          @Override
          public void raise(Map<Whose, Mark> moved) {
            if (isDown[0]) {
              throw new IllegalStateException("down");
            }
            store.raise(moved);
          }
        };
    var marks = marks(flaky);
    marks.read(ID, Side.CUSTOMER, 4);
    assertThatThrownBy(marks::flush).hasMessage("down");
    marks.read(ID, Side.CUSTOMER, 6);
    isDown[0] = false;

    marks.flush();

    assertThat(store.of(new Marks.Whose(ID, Side.CUSTOMER))).isEqualTo(new Mark(6, 6));
  }

  private Watermarks marks(Marks in) {
    return new Watermarks(in, _ -> LAST, (_, side, mark) -> told.add(side + " " + mark));
  }
}
