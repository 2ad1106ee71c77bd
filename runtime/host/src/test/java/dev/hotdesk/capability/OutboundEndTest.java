package dev.hotdesk.capability;

import static dev.hotdesk.capability.LenderTest.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.api.Http.Request;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** When a plugin's call is over before it is answered. */
class OutboundEndTest extends ShopCalls {

  @Test
  void gives_up_at_the_timeout_of_the_call() {
    shop.hang("/slow");
    var request =
        new Request("GET", URI.create(shop.base() + "/slow"), Map.of(), "", Duration.ofMillis(100));

    assertThatThrownBy(() -> loan.context().http().send(request))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(InterruptedIOException.class)
        .hasMessageContaining("no answer within 100 ms");
    assertThat(lent.figures.all()).containsExactly("agent-hours localhost timeout");
  }

  @Test
  void gives_up_at_the_deadline_of_the_plugin_even_while_the_answer_trickles() {
    shop.on(
        "/trickle",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
          shop.waitForEnd();
        });
    var quick = lent.loan("outbound:localhost:" + shop.port(), "deadline=150ms");

    assertThatThrownBy(() -> quick.context().http().send(get(shop.base() + "/trickle")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no answer within 150 ms");
  }

  @Test
  void an_interrupt_ends_the_call_and_stays_on_the_thread() throws Exception {
    shop.hang("/slow");
    var task =
        new FutureTask<Boolean>(
            () -> {
              try {
                send("/slow");
                return false;
              } catch (UncheckedIOException e) {
                return Thread.currentThread().isInterrupted();
              }
            });
    var thread = Thread.ofPlatform().start(task);
    await().until(() -> shop.heard().contains("GET /slow"));
    thread.interrupt();

    assertThat(task.get()).isTrue();
  }

  @Test
  void a_call_under_way_ends_with_its_generation_which_is_told() {
    shop.hang("/slow");
    var task = new FutureTask<>(() -> send("/slow"));
    Thread.ofVirtual().start(task);
    await().until(() -> shop.heard().contains("GET /slow"));

    assertThat(loan.takeBack()).containsExactly("a call of " + shop.base() + " under way");
    assertThatThrownBy(task::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("as the plugin was retired");
    assertThat(loan.takeBack()).isEmpty();
  }
}
