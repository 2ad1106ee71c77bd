package dev.hotdesk.server.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.assignment.Group;
import dev.hotdesk.conversation.Journal;
import dev.hotdesk.server.Counter;
import dev.hotdesk.server.HeardWire;
import dev.hotdesk.server.assignment.Staffed;
import dev.hotdesk.server.assignment.StaffingTables;
import dev.hotdesk.server.stream.Relay;
import dev.hotdesk.session.Event;
import dev.hotdesk.session.Patience;
import dev.hotdesk.session.State;
import dev.hotdesk.session.Target;
import dev.hotdesk.testkit.MemoryJournal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoomTest {

  private static final String ID = "web.abc";
  private static final Operator AMY = new Operator("amy", "Amy", Set.of("operator"));
  private static final Operator BEN = new Operator("ben", "Ben", Set.of("operator"));
  private static final Operator SUE = new Operator("sue", "Sue", Set.of("operator", "supervisor"));
  private static final Operator ADA = new Operator("ada", "Ada", Set.of("admin"));

  /** Long enough to come back in time on a busy machine. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final Duration MORE = GRACE.plusMillis(500);

  private final Counter counter = new Counter();
  private final StaffingTables tables = Staffed.tables();
  private final List<String> acts = new CopyOnWriteArrayList<>();
  private final RoomParts parts =
      new RoomParts(
          counter.journal,
          counter.hub,
          counter.processor,
          new Crew(),
          () -> List.of("order.status"),
          new Learning(counter.journal, counter, _ -> {}),
          counter.watermarks,
          new Recalls(counter.journal, Duration.ofMinutes(2), Clock.systemUTC()),
          Staffed.assigner(counter, tables),
          (who, what, on, _) -> acts.add(who + " " + what + " " + on),
          counter.attachments,
          counter.outbox,
          counter.relay,
          counter.heartbeat,
          counter.executor,
          counter.timer,
          GRACE,
          Patience.DEFAULT);
  private final Room room = new Room(parts);

  @BeforeEach
  void open() {
    customerSays("c-1", "hello");
    await().until(() -> state() instanceof State.Waiting);
    room.open();
  }

  @AfterEach
  void close() {
    counter.close();
  }

  @Test
  void shows_what_was_open_before() {
    var amy = new Seat(AMY);

    assertThat(amy.wire.hears("\"desk\""))
        .contains("\"me\":{\"login\":\"amy\",\"name\":\"Amy\",\"roles\":[\"operator\"]}")
        .contains("\"conversation\":\"web.abc\"", "\"state\":\"waiting\"", "\"last\":\"hello\"")
        .contains("\"unanswered\":1", "\"intents\":[\"order.status\"]", "\"waiting_since\"");
  }

  @Test
  void shows_a_notice_once_to_each_and_to_those_who_come_soon_after() {
    var amy = new Seat(AMY);
    var told =
        new NoticeBoard.Told("n1", "closed tomorrow", "sue", Instant.now(), "武汉", "", "waiting");
    room.notice(told);
    room.notice(told);
    room.notice(new NoticeBoard.Told("n0", "long ago", "sue", Instant.EPOCH, "", "", ""));
    room.notice(new NoticeBoard.Told("n2", "the last", "sue", Instant.now(), "", "", ""));
    var ben = new Seat(BEN);

    for (var seat : List.of(amy, ben)) {
      seat.wire.hears("\"id\":\"n2\"");
      assertThat(seat.wire.heard().stream().filter(it -> it.contains("\"notice\"")))
          .hasSize(2)
          .first()
          .asString()
          .contains("\"text\":\"closed tomorrow\"", "\"by\":\"sue\"", "\"store\":\"武汉\"");
    }
  }

  @Test
  void gives_a_customer_to_the_quicker_one() {
    var amy = new Seat(AMY);
    var ben = new Seat(BEN);
    amy.sends("{\"type\":\"take\",\"id\":\"1\",\"conversation\":\"web.abc\"}");
    amy.wire.hears("\"ack\"");
    ben.sends("{\"type\":\"take\",\"id\":\"1\",\"conversation\":\"web.abc\"}");

    assertThat(ben.wire.hears("\"error\"")).contains("\"code\":\"taken\"", "\"id\":\"1\"");
    ben.wire.hears("\"operator\":\"amy\"");
    assertThat(state()).isEqualTo(new State.OperatorServing("amy"));
  }

  @Test
  void lets_a_supervisor_take_over_from_another() {
    var amy = new Seat(AMY);
    amy.sends("{\"type\":\"take\",\"id\":\"1\",\"conversation\":\"web.abc\"}");
    amy.wire.hears("\"ack\"");
    var sue = new Seat(SUE);
    sue.sends("{\"type\":\"take\",\"id\":\"1\",\"conversation\":\"web.abc\"}");

    sue.wire.hears("\"ack\"");
    assertThat(state()).isEqualTo(new State.OperatorServing("sue"));
  }

  @Test
  void lets_only_operators_serve() {
    var ada = new Seat(ADA);
    ada.sends("{\"type\":\"take\",\"id\":\"1\",\"conversation\":\"web.abc\"}");

    assertThat(ada.wire.hears("\"error\"")).contains("\"code\":\"forbidden\"");
  }

  @Test
  void shows_an_opened_conversation_and_what_happens_in_it() {
    var amy = new Seat(AMY);
    amy.sends("{\"type\":\"open\",\"id\":\"1\",\"conversation\":\"web.abc\",\"after\":1}");
    amy.wire.hears("\"ack\",\"id\":\"1\",\"seq\":3");
    customerSays("c-2", "are you there?");

    assertThat(amy.wire.hears("\"entry\",\"conversation\":\"web.abc\",\"seq\":4,"))
        .contains("\"type\":\"entry\"", "\"kind\":\"said\"", "\"id\":\"c-2\"");
    assertThat(amy.wire.heard())
        .noneMatch(frame -> frame.contains("\"entry\"") && frame.contains("\"seq\":1,"));
  }

  @Test
  void tells_two_senders_messages_of_the_same_id_apart() {
    var amy = new Seat(AMY);
    amy.sends("{\"type\":\"take\",\"id\":\"1\",\"conversation\":\"web.abc\"}");
    amy.wire.hears("\"ack\"");
    amy.sends("{\"type\":\"open\",\"id\":\"2\",\"conversation\":\"web.abc\",\"after\":4}");
    amy.sends("{\"type\":\"say\",\"id\":\"c-1\",\"conversation\":\"web.abc\",\"text\":\"hi\"}");

    assertThat(amy.wire.hears("\"ack\",\"id\":\"c-1\""))
        .isEqualTo("{\"type\":\"ack\",\"id\":\"c-1\",\"seq\":5}");
    assertThat(amy.wire.hears("\"text\":\"hi\"")).contains("\"id\":\"c-1\"", "\"name\":\"amy\"");
    amy.sends("{\"type\":\"say\",\"id\":\"c-1\",\"conversation\":\"web.abc\",\"text\":\"hi\"}");
    amy.wire.hears("\"duplicate\":true");
  }

  @Test
  void offers_a_customer_only_to_who_is_here() {
    var amy = new Seat(AMY);
    amy.sends("{\"type\":\"take\",\"id\":\"1\",\"conversation\":\"web.abc\"}");
    amy.wire.hears("\"ack\"");
    amy.sends("{\"type\":\"transfer\",\"id\":\"2\",\"conversation\":\"web.abc\",\"to\":\"ben\"}");
    assertThat(amy.wire.hears("\"id\":\"2\"")).contains("\"code\":\"absent\"");
    var ben = new Seat(BEN);
    ben.wire.hears("\"desk\"");
    amy.sends("{\"type\":\"transfer\",\"id\":\"3\",\"conversation\":\"web.abc\",\"to\":\"ben\"}");

    ben.wire.hears("\"to\":\"ben\"");
    ben.sends("{\"type\":\"take\",\"id\":\"1\",\"conversation\":\"web.abc\"}");
    ben.wire.hears("\"ack\"");
    assertThat(state()).isEqualTo(new State.OperatorServing("ben"));
  }

  @Test
  void offers_a_customer_to_a_group_with_reason_and_note() {
    var amy = new Seat(AMY);
    amy.sends("{\"type\":\"take\",\"id\":\"1\",\"conversation\":\"web.abc\"}");
    amy.wire.hears("\"ack\"");
    amy.sends(
        "{\"type\":\"transfer\",\"id\":\"2\",\"conversation\":\"web.abc\",\"to\":\"group:returns\","
            + "\"reason\":\"refund\",\"note\":\"likes tea\"}");

    assertThat(amy.wire.hears("\"target\":\"group:returns\""))
        .contains("\"state\":\"transferring\"", "\"reason\":\"refund\"", "\"note\":\"likes tea\"");
    amy.sends("{\"type\":\"end_transfer\",\"id\":\"3\",\"conversation\":\"web.abc\"}");
    await().until(() -> state().equals(new State.OperatorServing("amy")));
  }

  @Test
  void puts_a_conversation_aside_and_takes_it_up_again() {
    var amy = new Seat(AMY);
    amy.sends("{\"type\":\"take\",\"id\":\"1\",\"conversation\":\"web.abc\"}");
    amy.wire.hears("\"ack\"");
    amy.sends(
        "{\"type\":\"snooze\",\"id\":\"2\",\"conversation\":\"web.abc\",\"until\":\"2199-01-01T09:00:00Z\","
            + "\"note\":\"depot\"}");
    assertThat(amy.wire.hears("\"until\"")).contains("\"state\":\"snoozed\"", "\"note\":\"depot\"");
    amy.sends("{\"type\":\"wake\",\"id\":\"3\",\"conversation\":\"web.abc\"}");
    await().until(() -> state().equals(new State.OperatorServing("amy")));
    amy.sends("{\"type\":\"snooze\",\"id\":\"4\",\"conversation\":\"web.abc\",\"until\":\"soon\"}");
    assertThat(amy.wire.hears("\"id\":\"4\"")).contains("\"code\":\"malformed\"", "until: wanted");
    amy.sends(
        "{\"type\":\"transfer\",\"id\":\"5\",\"conversation\":\"web.abc\",\"to\":\"planet:x\"}");
    assertThat(amy.wire.hears("\"id\":\"5\"")).contains("\"code\":\"malformed\"", "to: wanted");
  }

  @Test
  void finds_sessions_that_stand_as_none_may_stand() {
    assertThat(odd(counter.journal, room, Duration.ZERO)).isEmpty();
    assertThat(odd(counter.journal, new Room(parts), Duration.ZERO))
        .containsExactly(new Inspection.Odd(Inspection.Rule.WAITING_IN_NO_QUEUE, ID));
    assertThat(odd(new MemoryJournal(), room, Duration.ZERO))
        .containsExactly(new Inspection.Odd(Inspection.Rule.STALE_ON_DESK, ID));

    counter.processor.handle(ID, new Event.OperatorTook("zoe")).toCompletableFuture().join();
    var offer = new Event.OperatorTransferred("zoe", new Target.Group("returns"), "", "");
    counter.processor.handle(ID, offer).toCompletableFuture().join();
    assertThat(odd(counter.journal, room, Duration.ZERO))
        .containsExactly(new Inspection.Odd(Inspection.Rule.SERVED_BY_NOBODY, ID));
    assertThat(odd(counter.journal, room, Duration.ofHours(1)))
        .contains(new Inspection.Odd(Inspection.Rule.TIMER_NOT_RUNG, ID));
  }

  @Test
  void calls_nobody_missing_who_sits_at_another_server_or_if_nobody_can_tell() {
    counter.processor.handle(ID, new Event.OperatorTook("zoe")).toCompletableFuture().join();
    room.share(elsewhere(login -> login.equals("zoe")), Relay.NOBODY);
    assertThat(odd(counter.journal, room, Duration.ZERO)).isEmpty();

    room.share(
        elsewhere(
            _ -> {
              throw new IllegalStateException("the database is gone");
            }),
        Relay.NOBODY);
    assertThat(odd(counter.journal, room, Duration.ZERO)).isEmpty();

    room.share(elsewhere(_ -> false), Relay.NOBODY);
    assertThat(odd(counter.journal, room, Duration.ZERO))
        .containsExactly(new Inspection.Odd(Inspection.Rule.SERVED_BY_NOBODY, ID));
  }

  /** Of which nothing is at hand: only the database knows. */
  private static Seats elsewhere(Predicate<String> known) {
    return new Seats() {
      @Override
      public void taken(String login) {}

      @Override
      public void left(String login) {}

      @Override
      public Set<String> elsewhere() {
        return Set.of();
      }

      @Override
      public boolean isElsewhereNow(String login) {
        return known.test(login);
      }

      @Override
      public void whenChanged(Runnable listener) {}
    };
  }

  private static List<Inspection.Odd> odd(Journal journal, Room room, Duration later) {
    var clock = Clock.offset(Clock.systemUTC(), later);
    return new Inspection(journal, room, Duration.ZERO, clock).look();
  }

  @Test
  void writes_notes_before_the_end() {
    var amy = new Seat(AMY);
    amy.sends("{\"type\":\"take\",\"id\":\"1\",\"conversation\":\"web.abc\"}");
    amy.wire.hears("\"ack\"");
    amy.sends("{\"type\":\"finish\",\"id\":\"2\",\"conversation\":\"web.abc\"}");
    await().until(() -> state().equals(new State.Closed()));
  }

  @Test
  void lets_customers_go_when_their_operator_stays_away() {
    var amy = new Seat(AMY);
    var again = new Seat(AMY);
    amy.sends("{\"type\":\"take\",\"id\":\"1\",\"conversation\":\"web.abc\"}");
    amy.wire.hears("\"ack\"");
    amy.connection.closed();
    await().during(MORE).until(() -> state() instanceof State.OperatorServing);
    again.connection.closed();
    var back = new Seat(AMY);
    back.wire.hears("\"desk\"");
    await().during(MORE).until(() -> state() instanceof State.OperatorServing);
    back.connection.closed();

    await().until(() -> isWaiting("operator_left"));
  }

  @Test
  void lets_customers_go_at_once_when_their_operator_logs_out() {
    var amy = new Seat(AMY);
    amy.sends("{\"type\":\"take\",\"id\":\"1\",\"conversation\":\"web.abc\"}");
    amy.wire.hears("\"ack\"");
    room.loggedOut("amy");

    await().until(() -> isWaiting("operator_left"));
    await().until(() -> amy.wire.closed() == 4401);
  }

  @Test
  void closes_sockets_and_keeps_customers_for_the_grace_when_a_password_changed() {
    var amy = new Seat(AMY);
    amy.sends("{\"type\":\"take\",\"id\":\"1\",\"conversation\":\"web.abc\"}");
    amy.wire.hears("\"ack\"");
    room.dismiss("amy");

    await().until(() -> amy.wire.closed() == 4401);
    amy.connection.closed();
    new Seat(AMY).wire.hears("\"desk\"");
    await().during(MORE).until(() -> state() instanceof State.OperatorServing);
  }

  @Test
  void ends_a_socket_whose_log_in_has_ended() {
    var amy = new Seat(AMY);
    amy.connection.beat(amy.inAMinute());
    var ben = new Seat(BEN);
    ben.isLoggedIn = false;
    ben.connection.beat(ben.inAMinute());

    await().until(() -> ben.wire.closed() == 4401);
    await().during(Duration.ofMillis(200)).until(() -> amy.wire.closed() == 0);
  }

  @Test
  void takes_a_closed_conversation_off_the_desk() {
    var amy = new Seat(AMY);
    amy.sends("{\"type\":\"take\",\"id\":\"1\",\"conversation\":\"web.abc\"}");
    amy.sends("{\"type\":\"close\",\"id\":\"2\",\"conversation\":\"web.abc\"}");

    amy.wire.hears("\"state\":\"closed\"");
    assertThat(new Seat(BEN).wire.hears("\"desk\"")).contains("\"conversations\":[]");
  }

  @Test
  void passes_a_correction_into_the_log_only_for_a_customers_message() {
    var amy = new Seat(AMY);
    amy.sends(
        "{\"type\":\"correct\",\"id\":\"1\",\"conversation\":\"web.abc\",\"question\":2,\"intent\":\"a.b\"}");
    assertThat(amy.wire.hears("\"id\":\"1\"")).contains("malformed");
    amy.sends(
        "{\"type\":\"correct\",\"id\":\"2\",\"conversation\":\"web.abc\",\"question\":1,\"intent\":\"a.b\"}");

    assertThat(amy.wire.hears("\"id\":\"2\"")).contains("\"ack\"", "\"seq\":4");
    amy.wire.hears("\"intent\":\"a.b\"");
  }

  @Test
  void says_where_a_customer_stands_and_why() {
    var amy = new Seat(AMY);
    amy.wire.hears("\"group\":\"all\",\"lane\":\"normal\",\"position\":1");
    amy.sends("{\"type\":\"why\",\"id\":\"1\",\"conversation\":\"web.abc\"}");

    assertThat(amy.wire.hears("\"type\":\"why\""))
        .contains("\"code\":\"no_rule\"", "没有路由规则符合", "\"en\":\"Place 1\"");
  }

  @Test
  void gives_customers_out_where_an_admin_wants_it() {
    set(Group.Mode.AUTO);
    var amy = new Seat(AMY);
    await().until(() -> state().equals(new State.OperatorServing("amy")));
    amy.sends("{\"type\":\"why\",\"id\":\"1\",\"conversation\":\"web.abc\"}");

    assertThat(amy.wire.hears("\"type\":\"why\"")).contains("\"code\":\"round_robin\"");
  }

  @Test
  void gives_nobody_to_who_has_a_break() {
    var amy = new Seat(AMY);
    amy.sends("{\"type\":\"status\",\"id\":\"1\",\"status\":\"break\"}");
    amy.wire.hears("\"ack\"");
    amy.wire.hears("\"status\":\"break\",\"serving\":0,\"capacity\":8");
    set(Group.Mode.AUTO);
    await().during(Duration.ofMillis(500)).until(() -> state() instanceof State.Waiting);

    amy.sends("{\"type\":\"status\",\"id\":\"2\",\"status\":\"online\"}");
    await().until(() -> state().equals(new State.OperatorServing("amy")));
  }

  @Test
  void serves_in_line_where_nobody_may_pick() {
    set(Group.Mode.NEXT);
    var amy = new Seat(AMY);
    amy.sends("{\"type\":\"take\",\"id\":\"1\",\"conversation\":\"web.abc\"}");
    assertThat(amy.wire.hears("\"id\":\"1\"")).contains("\"code\":\"in_line\"");

    amy.sends("{\"type\":\"next\",\"id\":\"2\"}");
    assertThat(amy.wire.hears("\"id\":\"2\"")).contains("\"conversation\":\"web.abc\"");
    amy.sends("{\"type\":\"next\",\"id\":\"3\"}");
    assertThat(amy.wire.hears("\"id\":\"3\"")).contains("\"code\":\"nobody_waits\"");
    assertThat(state()).isEqualTo(new State.OperatorServing("amy"));
    assertThat(acts).isEmpty();
  }

  @Test
  void lets_a_supervisor_pick_out_of_line_and_puts_it_on_record() {
    set(Group.Mode.NEXT);
    var sue = new Seat(SUE);
    sue.sends("{\"type\":\"take\",\"id\":\"1\",\"conversation\":\"web.abc\"}");

    sue.wire.hears("\"ack\"");
    assertThat(acts).containsExactly("sue queue.pick web.abc");
  }

  private void set(Group.Mode mode) {
    tables.put(
        new Group(
            Group.ALL,
            mode,
            Group.Strategy.ROUND_ROBIN,
            Duration.ofMinutes(5),
            Duration.ofMinutes(1),
            true),
        List.of());
    parts.assigner().reread();
  }

  private boolean isWaiting(String reason) {
    return state() instanceof State.Waiting(var why, _, _) && why.equals(reason);
  }

  private State state() {
    return counter.journal.find(ID).orElseThrow().session().state();
  }

  private void customerSays(String id, String text) {
    counter.processor.handle(ID, new Event.CustomerSaid(id, text)).toCompletableFuture().join();
  }

  /** An operator in front of a browser. */
  private final class Seat {

    private final long began = System.nanoTime();
    private volatile boolean isLoggedIn = true;
    private final HeardWire wire = new HeardWire();
    private final OperatorConnection connection;

    Seat(Operator operator) {
      connection = new OperatorConnection(operator, _ -> isLoggedIn, wire, parts, room);
      connection.open();
    }

    /** Late enough for the log-in to be looked at again, too early for silence. */
    long inAMinute() {
      return began + Duration.ofSeconds(62).toNanos();
    }

    void sends(String frame) {
      connection.receive(frame);
    }
  }

  private static final class Crew implements Staff {

    @Override
    public Optional<Operator> find(String login) {
      return operators().stream().filter(one -> one.login().equals(login)).findFirst();
    }

    @Override
    public List<Operator> operators() {
      return List.of(AMY, BEN, SUE);
    }
  }
}
