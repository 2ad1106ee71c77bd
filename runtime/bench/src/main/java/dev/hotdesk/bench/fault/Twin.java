package dev.hotdesk.bench.fault;

import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.client.Socket;
import dev.hotdesk.bench.client.SocketException;
import dev.hotdesk.bench.client.Web;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A second page of one customer, at another node, that says what the first says. */
final class Twin implements AutoCloseable {

  private static final long WELCOME_SECONDS = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final CustomerClient first;
  private final CompletableFuture<Frame> welcome = new CompletableFuture<>();
  private final CompletableFuture<Frame> answer = new CompletableFuture<>();
  private final @Nullable Socket socket;

  private Twin(CustomerClient first, Web web, String origin) {
    this.first = first;
    this.socket = open(web, origin);
  }

  static Twin of(CustomerClient first, Web web, String origin) {
    return new Twin(first, web, origin);
  }

  private @Nullable Socket open(Web web, String origin) {
    try {
      var opened = Socket.open(web.socket("/ws/customer"), Map.of("Origin", origin), this::note);
      opened.send(Frame.of("hello", "token", first.token().token(), "after", first.last()));
      welcome.get(WELCOME_SECONDS, TimeUnit.SECONDS);
      return opened;
    } catch (SocketException | ExecutionException | TimeoutException e) {
      return null; // that node is down just now
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private void note(Frame frame) {
    switch (frame.type()) {
      case "welcome" -> welcome.complete(frame);
      case "ack", "error" -> answer.complete(frame);
      default -> {}
    }
  }

  /**
   * Both say it at the same moment. Gives whether both were promised that it is stored; where, the
   * first one's ledger compares.
   */
  boolean sayAtOnce(String id, String text) {
    var there = socket;
    if (there == null) {
      first.say(id, text);
      return false;
    }
    var start = new CyclicBarrier(2);
    var other =
        Thread.ofVirtual()
            .name("twin")
            .start(
                () -> {
                  try {
                    start.await();
                    there.send(Frame.of("say", "id", id, "text", text));
                  } catch (Exception e) {
                    answer.complete(Frame.of("error"));
                  }
                });
    try {
      start.await();
      first.say(id, text);
      other.join();
      there.closing().thenAccept(_ -> answer.complete(Frame.of("error")));
      first.awaitPromise(id, PATIENCE);
      var told = answer.get(WELCOME_SECONDS, TimeUnit.SECONDS);
      if (told.type().equals("ack")) {
        first.ledger().acknowledged(id, told.number("seq"));
        return true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      return false;
    }
    return false;
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.close();
    }
  }
}
