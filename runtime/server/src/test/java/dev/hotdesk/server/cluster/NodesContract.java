package dev.hotdesk.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.conversation.Receipt;
import dev.hotdesk.session.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers on one database, each with somebody who listens. */
@SuppressWarnings("NullAway.Init")
abstract class NodesContract {

  final String id = "web.nodes-" + System.nanoTime();
  Node first;
  Node second;

  abstract DataSource database();

  @BeforeEach
  void start() {
    first = new Node(database());
    second = new Node(database());
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
  }

  @Test
  void a_conversation_that_changes_between_servers_loses_nothing() {
    var heard = List.of(new Heard(first.listen(id)), new Heard(second.listen(id)));
    for (int i = 0; i < 20; i++) {
      assertThat(join((i % 2 == 0 ? first : second).processor.handle(id, said(i))))
          .isInstanceOf(Receipt.Stored.class);
    }
    awaitAnswers(20);
    look();
    heard.forEach(it -> it.awaitAll(log()));
  }

  @Test
  void many_conversations_written_at_two_servers_at_once_stay_in_order() {
    var receipts = new ArrayList<CompletionStage<Receipt>>();
    for (int message = 0; message < 10; message++) {
      for (int customer = 0; customer < 20; customer++) {
        var node = (message + customer) % 2 == 0 ? first : second;
        receipts.add(node.processor.handle(id + customer, said(message)));
      }
    }
    receipts.forEach(it -> assertThat(join(it)).isInstanceOf(Receipt.Stored.class));
    for (int customer = 0; customer < 20; customer++) {
      var log = first.journal.read(id + customer, 0, 1_000);
      assertThat(log).hasSizeGreaterThanOrEqualTo(10);
      assertThat(log.stream().map(it -> it.sequence()).toList())
          .isEqualTo(LongStream.rangeClosed(1, log.size()).boxed().toList());
    }
  }

  @Test
  void a_customer_hears_at_once_that_another_server_closed_the_session() {
    join(first.processor.handle(id, said(1)));
    awaitAnswers(1);
    join(first.processor.handle(id, new Event.OperatorTook("amy")));
    look();
    var heard = new Heard(second.listen(id));
    await().until(() -> second.known(id) == log());
    join(first.processor.handle(id, new Event.OperatorClosed("amy")));
    second.reconciliation.quick();
    await().until(() -> second.known(id) == log());
    heard.awaitAll(log());
  }

  @Test
  void a_thorough_look_finds_what_lies_on_no_desk() {
    join(first.processor.handle(id, said(1)));
    awaitAnswers(1);
    join(first.processor.handle(id, new Event.OperatorTook("amy")));
    join(first.processor.handle(id, new Event.OperatorClosed("amy")));
    var heard = new Heard(second.listen(id));
    second.reconciliation.thorough();
    heard.awaitAll(log());
  }

  /** Both look in the database for what they have missed. */
  void look() {
    first.reconciliation.quick();
    second.reconciliation.quick();
  }

  final void awaitAnswers(int answers) {
    await()
        .until(
            () ->
                first.journal.find(id).orElseThrow().session().ask().isEmpty()
                    && log() >= 3L * answers);
  }

  final long log() {
    return first.journal.find(id).orElseThrow().session().lastSequence();
  }

  static Event said(int number) {
    return new Event.CustomerSaid("c-" + number, "message " + number);
  }

  static Receipt join(CompletionStage<Receipt> stage) {
    return stage.toCompletableFuture().join();
  }
}
