package dev.hotdesk.server.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ViewersTest {

  private static final String ID = "web.abc";

  private final AtomicLong nanos = new AtomicLong();
  private final Viewers viewers = new Viewers(nanos::get);
  private final List<String> passed = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();
  private final Consumer<String> amy = heard::add;

  @Test
  void tells_who_looks_here_and_elsewhere() {
    viewers.relay((what, conversation, login) -> passed.add(what + " " + login));
    viewers.opened(ID, amy, "amy");
    viewers.heard(Viewers.LOOKS, ID, "ben");
    viewers.heard(Viewers.TURNS_AWAY, ID, "ben");
    viewers.left(ID, amy);

    assertThat(passed).containsExactly("looks amy", "turns_away amy");
    assertThat(heard).containsExactly(frame("\"amy\""), frame("\"amy\",\"ben\""), frame("\"amy\""));
  }

  @Test
  void forgets_those_elsewhere_of_whom_it_is_not_said_again() {
    viewers.opened(ID, amy, "amy");
    viewers.heard(Viewers.LOOKS, ID, "ben");
    nanos.addAndGet(Viewers.BELIEVED.toNanos() + 1);
    viewers.repeat();

    assertThat(heard.getLast()).isEqualTo(frame("\"amy\""));
  }

  @Test
  void says_again_who_looks_here() {
    viewers.opened(ID, amy, "amy");
    viewers.relay((what, conversation, login) -> passed.add(what + " " + login));
    viewers.repeat();

    assertThat(passed).containsExactly("looks amy");
  }

  @Test
  void an_operator_with_two_browsers_looks_until_both_are_gone() {
    viewers.relay((what, conversation, login) -> passed.add(what + " " + login));
    viewers.opened(ID, amy, "amy");
    Consumer<String> second = _ -> {};
    viewers.opened(ID, second, "amy");
    viewers.gone(second);
    assertThat(passed).doesNotContain("turns_away amy");
    viewers.gone(amy);
    assertThat(passed).contains("turns_away amy");
  }

  private static String frame(String logins) {
    return "{\"type\":\"viewers\",\"conversation\":\"web.abc\",\"operators\":[" + logins + "]}";
  }
}
