package dev.hotdesk.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.conversation.Receipt;
import dev.hotdesk.delivery.Mark;
import dev.hotdesk.delivery.Side;
import dev.hotdesk.server.Counter;
import dev.hotdesk.server.HeardWire;
import dev.hotdesk.server.stream.Hub;
import dev.hotdesk.session.Ending;
import dev.hotdesk.session.Event;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomerConnectionTest {

  private final Counter counter = new Counter();
  private final VisitorTokens tokens =
      new VisitorTokens(new byte[32], Duration.ofHours(1), Clock.systemUTC());
  private final GatewayParts parts = TestGateway.parts(counter, tokens);
  private final VisitorTokens.Token token = tokens.renew("", "web");
  private static final byte[] WORDS = "hello".getBytes(StandardCharsets.UTF_8);

  private final HeardWire wire = new HeardWire();
  private final CustomerConnection connection = new CustomerConnection(wire, parts);

  @AfterEach
  void close() {
    connection.closed();
    counter.close();
  }

  @Test
  void welcomes_and_acknowledges_what_is_stored() {
    hello(connection, 0);
    say("c-1", "where is my order?");

    assertThat(wire.hears("welcome")).contains("\"seq\":0", "\"state\":\"bot\"");
    assertThat(wire.hears("\"ack\"")).isEqualTo("{\"type\":\"ack\",\"id\":\"c-1\",\"seq\":1}");
    wire.hears("1 CUSTOMER: where is my order?");
    wire.hears("3 waiting  no_agent");
  }

  @Test
  void tells_the_first_place_of_a_message_that_comes_again() {
    hello(connection, 0);
    say("c-1", "hello");
    wire.hears("3 waiting");
    say("c-1", "hello");

    assertThat(wire.hears("duplicate"))
        .isEqualTo("{\"type\":\"ack\",\"id\":\"c-1\",\"seq\":1,\"duplicate\":true}");
    assertThat(wire.heard()).filteredOn(frame -> frame.contains("CUSTOMER")).hasSize(1);
  }

  @Test
  void tells_each_side_how_far_the_other_has_got_also_after_a_restart() {
    var seen = new ConcurrentLinkedQueue<Mark>();
    counter.hub.watch(
        new Hub.Watcher() {
          @Override
          public void committed(Conversation now, List<Logged> entries) {}

          @Override
          public void customerTypes(String conversation, boolean on) {}

          @Override
          public void customerAt(String conversation, Mark mark) {
            seen.add(mark);
          }
        });
    hello(connection, 0);
    say("c-1", "hello");
    wire.hears("3 waiting");

    connection.receive("{\"type\":\"read\",\"seq\":2}");
    connection.receive("{\"type\":\"read\",\"seq\":9000000000000000000}");
    await().until(() -> List.copyOf(seen).equals(List.of(new Mark(2, 2), new Mark(3, 3))));
    counter.watermarks.read(token.conversation(), Side.OPERATOR, 1);
    wire.hears("receipts 1 1");
    counter.watermarks.flush();

    var wireThen = new HeardWire();
    var then = new CustomerConnection(wireThen, parts);
    hello(then, 3);
    wireThen.hears("receipts 1 1");
    then.closed();
  }

  @Test
  void tells_no_words_that_were_taken_back() {
    hello(connection, 0);
    say("c-1", "hello");
    wire.hears("3 waiting");
    var id = token.conversation();
    handle(id, new Event.OperatorTook("amy"));
    handle(id, new Event.OperatorSaid("amy", "amy:1", "a slip of the tongue"));
    wire.hears("a slip of the tongue");
    handle(id, new Event.OperatorRecalled("amy", 5));
    wire.hears("6 recalls 5");

    var wireThen = new HeardWire();
    var then = new CustomerConnection(wireThen, parts);
    hello(then, 0);
    wireThen.hears("6 recalls 5");
    then.closed();
    assertThat(wireThen.heard()).noneMatch(frame -> frame.contains("slip"));
  }

  @Test
  void says_something_with_a_file_of_its_own_and_nothing_with_others() throws IOException {
    var file =
        counter.attachments.take(
            token.conversation(), Side.CUSTOMER, "note.txt", "", new ByteArrayInputStream(WORDS));
    var others =
        counter.attachments.take(
            "web.other", Side.CUSTOMER, "note.txt", "", new ByteArrayInputStream(WORDS));
    hello(connection, 0);

    connection.receive(saying("c-1", others.id()));
    assertThat(wire.hears("\"c-1\"")).contains("\"code\":\"attachment\"");
    connection.receive(saying("c-2", file.id()));
    assertThat(wire.hears("\"c-2\"")).contains("ack");
    wire.hears("1 CUSTOMER: [note.txt]");
  }

  private static String saying(String id, String file) {
    return "{\"type\":\"say\",\"id\":\"%s\",\"text\":\"\",\"attachments\":[\"%s\"]}"
        .formatted(id, file);
  }

  private void handle(String id, Event event) {
    assertThat(counter.processor.handle(id, event).toCompletableFuture().join())
        .isInstanceOf(Receipt.Stored.class);
  }

  @Test
  void takes_what_a_customer_leaves_and_how_it_was_once_it_is_asked() {
    hello(connection, 0);
    connection.receive(
        "{\"type\":\"leave\",\"id\":\"l-1\",\"text\":\"call me\",\"contact\":\"138\"}");
    assertThat(wire.hears("\"ack\"")).isEqualTo("{\"type\":\"ack\",\"id\":\"l-1\",\"seq\":1}");
    wire.hears("1 CUSTOMER: call me");
    wire.hears("2 waiting  message_left");

    connection.receive("{\"type\":\"rate\",\"id\":\"r-1\",\"score\":5}");
    assertThat(wire.hears("\"r-1\"")).contains("\"code\":\"not_asked\"");

    var id = token.conversation();
    counter.processor.handle(id, new Event.OperatorTook("amy"));
    counter.processor.handle(id, new Event.OperatorClosed("amy", Ending.SURVEY));
    wire.hears("4 survey");
    // Nobody has set how long one may take, so it is over at once; who answers is heard all the
    // same.
    wire.hears("5 closed");
    connection.receive("{\"type\":\"rate\",\"id\":\"r-2\",\"score\":5}");
    assertThat(wire.hears("\"r-2\"")).isEqualTo("{\"type\":\"ack\",\"id\":\"r-2\",\"seq\":6}");
    connection.receive("{\"type\":\"rate\",\"id\":\"r-2\",\"score\":5}");
    assertThat(wire.hears("duplicate")).contains("\"id\":\"r-2\"", "\"seq\":6");
  }

  @Test
  void wants_hello_first() {
    say("c-1", "hello");

    await().until(() -> wire.closed() == 4400);
    assertThat(wire.heard()).singleElement().asString().contains("\"code\":\"hello\"");
  }

  @Test
  void who_said_hello_to_a_busy_server_is_not_told_that_they_did_not() {
    var later = new ConcurrentLinkedQueue<Runnable>();
    var wireThen = new HeardWire();
    var then =
        new CustomerConnection(
            wireThen,
            new GatewayParts(
                parts.journal(),
                parts.hub(),
                parts.ingress(),
                parts.translator(),
                parts.tokens(),
                parts.places(),
                parts.allowances(),
                parts.watermarks(),
                parts.heartbeat(),
                later::add,
                parts.timer()));
    hello(then, 0);

    then.beat(System.nanoTime() + Duration.ofSeconds(11).toNanos());
    for (var task = later.poll(); task != null; task = later.poll()) {
      task.run();
    }

    wireThen.hears("welcome");
    assertThat(wireThen.heard()).noneMatch(frame -> frame.contains("error"));
    assertThat(wireThen.closed()).isZero();
    then.closed();
  }

  @Test
  void closes_when_nobody_says_hello() {
    connection.beat(System.nanoTime() + Duration.ofSeconds(11).toNanos());

    await().until(() -> wire.closed() == 4408);
  }

  @Test
  void refuses_a_token_that_is_not_ours() {
    connection.receive("{\"type\":\"hello\",\"token\":\"nonsense\"}");

    await().until(() -> wire.closed() == 4401);
    wire.hears("\"code\":\"token\"");
  }

  @Test
  void names_what_is_wrong_with_a_frame_and_goes_on() {
    hello(connection, 0);
    connection.receive("[1,");
    connection.receive("{\"type\":" + "[".repeat(8_000));
    connection.receive("{\"no\":\"type\"}");
    connection.receive("{\"type\":\"dance\",\"id\":\"d-1\"}");
    connection.receive("{\"type\":\"say\",\"id\":\"d-2\",\"text\":7}");
    say("bad id", "x");
    say("d-3", " \\u0000\\u0007 ");
    say("d-4", "x".repeat(4_001));
    say("d-5", "x".repeat(100_000));
    say("d-6", "fine");

    assertThat(wire.hears("\"d-6\"")).contains("\"ack\"");
    wire.hears("Not one JSON object");
    wire.hears("type: wanted a text");
    assertThat(wire.hears("\"d-1\"")).contains("unknown_type");
    assertThat(wire.hears("\"d-2\"")).contains("malformed");
    assertThat(wire.hears("\"d-3\"")).contains("malformed");
    assertThat(wire.hears("\"d-4\"")).contains("too_long");
    assertThat(wire.hears("At most 16384 bytes")).contains("too_long");
    wire.hears("3 waiting");
    assertThat(counter.journal.read(token.conversation(), 0, 10))
        .filteredOn(logged -> logged.entry().forCustomer())
        .hasSize(2);
  }

  @Test
  void takes_control_characters_out() {
    hello(connection, 0);
    say("c-1", "a\\u0007b\\nc");

    wire.hears("1 CUSTOMER: ab\nc");
  }

  @Test
  void refuses_more_than_twenty_frames_a_second() {
    hello(connection, 0);
    for (int i = 0; i < 40; i++) {
      connection.receive("{\"type\":\"ping\"}");
    }

    wire.hears("\"code\":\"rate\"");
    assertThat(wire.closed()).isZero();
  }

  @Test
  void counts_the_frames_of_a_conversation_over_all_its_connections() {
    var second = new HeardWire();
    var other = new CustomerConnection(second, parts);
    hello(connection, 0);
    hello(other, 0);
    wire.hears("welcome");
    second.hears("welcome");
    for (int i = 0; i < 15; i++) {
      connection.receive("{\"type\":\"ping\"}");
      other.receive("{\"type\":\"say\",\"id\":\"o-%d\",\"text\":\"x\"}".formatted(i));
    }

    second.hears("\"code\":\"rate\"");
    other.closed();
  }

  @Test
  void gives_what_came_after_and_what_comes_then_once_and_in_order() throws InterruptedException {
    var id = token.conversation();
    counter.processor.handle(id, new Event.CustomerSaid("first", "0")).toCompletableFuture().join();
    await().until(() -> counter.journal.read(id, 0, 10).size() == 3);
    var room = new Semaphore(50);
    for (int i = 1; i <= 400; i++) {
      room.acquire();
      counter.processor.handle(id, new Event.CustomerSaid("m-" + i, "" + i)).thenRun(room::release);
      if (i == 100) {
        hello(connection, 1);
      }
    }

    wire.hears(": 400");
    var expected =
        counter.journal.read(id, 1, 1_000).stream()
            .filter(logged -> logged.entry().forCustomer())
            .map(Logged::sequence)
            .toList();
    await().until(() -> told().size() >= expected.size());
    assertThat(told()).isEqualTo(expected);
  }

  @Test
  void serves_two_sockets_of_one_customer() {
    var second = new HeardWire();
    var other = new CustomerConnection(second, parts);
    hello(connection, 0);
    hello(other, 0);
    second.hears("welcome");
    wire.hears("welcome");
    say("c-1", "hello");

    second.hears("1 CUSTOMER: hello");
    wire.hears("1 CUSTOMER: hello");
    other.closed();
  }

  @Test
  void loses_nothing_while_the_channel_is_unplugged() {
    hello(connection, 0);
    wire.hears("welcome");
    counter.plugged = false;
    say("c-1", "hello");
    assertThat(wire.hears("\"c-1\"")).contains("\"code\":\"channel\"");
    CompletableFuture<?> stored =
        counter
            .processor
            .handle(token.conversation(), new Event.CustomerSaid("c-2", "by poll"))
            .toCompletableFuture();
    stored.join();
    counter.plugged = true;
    say("c-1", "hello");

    wire.hears("CUSTOMER: hello");
    wire.hears("1 CUSTOMER: by poll");
    assertThat(told()).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void keeps_a_message_until_the_channel_is_there() {
    var patient =
        new CustomerConnection(wire, TestGateway.parts(counter, tokens, Duration.ofMinutes(1)));
    counter.plugged = false;
    hello(patient, 0);
    wire.hears("welcome");
    patient.receive("{\"type\":\"say\",\"id\":\"c-1\",\"text\":\"hello\"}");
    await().during(Duration.ofMillis(300)).until(() -> wire.heard().size() == 1);
    counter.plugged = true;

    assertThat(wire.hears("\"c-1\"")).contains("\"ack\"");
    patient.closed();
  }

  @Test
  void drops_a_customer_who_does_not_read() {
    hello(connection, 0);
    wire.hears("welcome");
    wire.stopReading();
    for (int i = 0; i < 100; i++) {
      connection.receive("{\"type\":\"ping\"}");
    }

    await().until(() -> wire.closed() == 1013);
  }

  @Test
  void says_good_bye_when_the_server_goes_down() {
    hello(connection, 0);
    wire.hears("welcome");
    connection.leave(1_500);

    await().until(() -> wire.closed() == 1001);
    wire.hears("\"bye\"");
  }

  @Test
  void tells_who_types() {
    hello(connection, 0);
    wire.hears("welcome");
    counter.hub.operatorTypes(token.conversation(), true);

    wire.hears("typing true");
  }

  @Test
  void leaves_nothing_behind() {
    hello(connection, 0);
    wire.hears("welcome");
    connection.closed();
    var before = wire.heard().size();
    counter
        .processor
        .handle(token.conversation(), new Event.CustomerSaid("c-1", "x"))
        .toCompletableFuture()
        .join();

    assertThat(wire.heard()).hasSize(before);
    assertThat(counter.heartbeat.connections()).isEmpty();
  }

  private List<Long> told() {
    return wire.heard().stream()
        .filter(frame -> Character.isDigit(frame.charAt(0)))
        .map(frame -> Long.parseLong(frame.substring(0, frame.indexOf(' '))))
        .toList();
  }

  private void hello(CustomerConnection customers, long after) {
    customers.receive(
        "{\"type\":\"hello\",\"token\":\"%s\",\"after\":%d}".formatted(token.token(), after));
  }

  private void say(String id, String text) {
    connection.receive("{\"type\":\"say\",\"id\":\"%s\",\"text\":\"%s\"}".formatted(id, text));
  }
}
