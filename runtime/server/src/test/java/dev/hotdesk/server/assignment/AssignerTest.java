package dev.hotdesk.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.api.Text;
import dev.hotdesk.assignment.Group;
import dev.hotdesk.assignment.Lane;
import dev.hotdesk.assignment.Place;
import dev.hotdesk.assignment.Reason;
import dev.hotdesk.assignment.Reason.Rule;
import dev.hotdesk.assignment.Waiter;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Duty;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.server.Counter;
import dev.hotdesk.server.stream.Hub;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.Event;
import dev.hotdesk.session.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AssignerTest {

  private final Counter counter = new Counter();
  private final StaffingTables tables = Staffed.tables();

  @AfterEach
  void close() {
    counter.close();
  }

  @Test
  void gives_everybody_out_and_nobody_more_than_they_may_serve() {
    set(Group.Mode.AUTO);
    tables.put(new Profile("amy", 3, Set.of(), Set.of()));
    tables.put(new Profile("ben", 5, Set.of(), Set.of()));
    var floor = open(Duty.ALWAYS, Advice.NONE, "amy", "ben");
    IntStream.range(0, 20).forEach(i -> come("web.c" + i));

    await().until(() -> floor.serving().equals(Map.of("amy", 3, "ben", 5)));
    await().during(Duration.ofMillis(300)).until(() -> floor.waiting().size() == 12);
    assertThat(floor.most()).isEqualTo(5);
    counter.processor.handle(served("amy"), new Event.OperatorClosed("amy"));
    await().until(() -> floor.waiting().size() == 11);
  }

  @Test
  void gives_nobody_out_where_it_is_another_servers_duty() {
    set(Group.Mode.AUTO);
    var floor = open(() -> false, Advice.NONE, "amy");
    come("web.a");

    await().during(Duration.ofMillis(400)).until(() -> floor.waiting().size() == 1);
  }

  @Test
  void two_servers_that_both_give_do_not_give_a_customer_twice() {
    set(Group.Mode.AUTO);
    open(Duty.ALWAYS, Advice.NONE, "amy");
    open(Duty.ALWAYS, Advice.NONE, "ben");
    IntStream.range(0, 12).forEach(i -> come("web.c" + i));

    await().until(() -> counter.journal.open().stream().noneMatch(AssignerTest::isWaiting));
    for (var conversation : counter.journal.open()) {
      assertThat(counter.journal.latest(conversation.id(), 50))
          .filteredOn(it -> it.entry() instanceof Entry.Moved(State.OperatorServing _, _, _, _))
          .hasSize(1);
    }
  }

  @Test
  void who_asks_at_the_same_time_for_the_next_in_line_gets_another_each() {
    set(Group.Mode.NEXT);
    var assigner = assigner(Duty.ALWAYS, Advice.NONE);
    var floor = open(assigner, "amy", "ben", "sue");
    IntStream.range(0, 6).forEach(i -> come("web.c" + i));
    await().until(() -> floor.waiting().size() == 6);

    var asked =
        List.of("amy", "ben", "sue", "amy", "ben", "sue", "amy").parallelStream()
            .map(assigner::next)
            .collect(Collectors.partitioningBy(it -> it instanceof Assigner.Next.Given));

    assertThat(asked.getOrDefault(true, List.of()))
        .extracting(it -> ((Assigner.Next.Given) it).conversation())
        .hasSize(6)
        .doesNotHaveDuplicates();
    assertThat(asked.getOrDefault(false, List.of())).containsExactly(new Assigner.Next.Nobody());
    assertThat(floor.serving()).containsOnlyKeys("amy", "ben", "sue");
    assertThat(floor.serving().values().stream().mapToInt(it -> it).sum()).isEqualTo(6);
  }

  @Test
  void tells_customers_where_they_stand_and_when_it_moves() {
    var places = new ConcurrentHashMap<String, List<Integer>>();
    var floor = open(Duty.ALWAYS, Advice.NONE, "amy");
    for (var id : List.of("web.a", "web.b")) {
      counter.hub.listen(
          id, new Ear(places.computeIfAbsent(id, _ -> new CopyOnWriteArrayList<>())));
      come(id);
    }
    await().until(() -> places.equals(Map.of("web.a", List.of(1), "web.b", List.of(2))));
    counter.processor.handle("web.a", new Event.OperatorTook("amy"));

    await().until(() -> places.equals(Map.of("web.a", List.of(1), "web.b", List.of(2, 1))));
    assertThat(floor.serving()).containsEntry("amy", 1);
  }

  @Test
  void says_why_somebody_is_served_also_after_a_restart() {
    set(Group.Mode.AUTO);
    var assigner = assigner(Duty.ALWAYS, Advice.NONE);
    open(assigner, "amy");
    come("web.a");
    await().until(() -> !counter.journal.open().stream().allMatch(AssignerTest::isWaiting));

    assertThat(assigner.why("web.a").orElseThrow())
        .containsExactly(new Reason(Rule.NO_RULE, "all"), new Reason(Rule.ROUND_ROBIN, "amy"));
    var later = assigner(Duty.ALWAYS, Advice.NONE);
    var floor = open(later, "amy");
    floor.committed(counter.journal.find("web.a").orElseThrow(), List.of());
    assertThat(later.why("web.a").orElseThrow())
        .extracting(Reason::rule)
        .containsExactly(Rule.WANTED, Rule.ROUND_ROBIN);
  }

  @Test
  void what_plugins_have_found_moves_holds_and_warns() {
    var gold = new Waiter.Priority(2, new Text("金卡", "Gold"), "routing-loyalty");
    var assigner =
        assigner(
            Duty.ALWAYS,
            new Advice() {
              @Override
              public Waiter.Priority priority(Floor.Waiting waiting) {
                return waiting.now().id().equals("web.b") ? gold : Waiter.Priority.USUAL;
              }

              @Override
              public Optional<Waiter.Hold> hold(String conversation) {
                return Optional.empty();
              }

              @Override
              public List<Flag> flags(String conversation) {
                return List.of(new Flag("screening-repeats", new Text("链接", "A link")));
              }
            });
    open(assigner, "amy");
    come("web.a");
    come("web.b");

    await()
        .until(
            () ->
                assigner
                    .place("web.b")
                    .equals(Optional.of(new Place("all", Lane.VIP, 1, Optional.empty()))));
    assertThat(assigner.place("web.a"))
        .contains(new Place("all", Lane.NORMAL, 2, Optional.empty()));
    assertThat(assigner.why("web.b").orElseThrow())
        .extracting(Reason::rule)
        .contains(Rule.RAISED, Rule.FLAGGED);
  }

  private void set(Group.Mode mode) {
    var usual = Group.everybody();
    tables.put(
        new Group(Group.ALL, mode, usual.strategy(), usual.bound(), usual.overflow(), true),
        List.of());
  }

  private Assigner assigner(Duty duty, Advice advice) {
    return Staffed.assigner(counter, tables, duty, advice);
  }

  private OpenFloor open(Duty duty, Advice advice, String... here) {
    return open(assigner(duty, advice), here);
  }

  private OpenFloor open(Assigner assigner, String... here) {
    var floor = new OpenFloor(assigner, here);
    counter.hub.watch(floor);
    assigner.open(floor);
    return floor;
  }

  private void come(String id) {
    counter
        .processor
        .handle(id, new Event.CustomerSaid("c-1", "hello"))
        .toCompletableFuture()
        .join();
    await().until(() -> counter.journal.read(id, 0, 10).size() >= 3);
  }

  private String served(String operator) {
    return counter.journal.open().stream()
        .filter(it -> it.session().state().equals(new State.OperatorServing(operator)))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static boolean isWaiting(Conversation conversation) {
    return conversation.session().state() instanceof State.Waiting;
  }

  private record Ear(List<Integer> places) implements Hub.Listener {

    @Override
    public void committed(Conversation now, List<Logged> entries) {}

    @Override
    public void queued(Place place) {
      places.add(place.position());
    }
  }
}
