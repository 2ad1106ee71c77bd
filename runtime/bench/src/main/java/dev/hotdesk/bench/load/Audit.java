package dev.hotdesk.bench.load;

import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.client.Message;
import dev.hotdesk.bench.client.Web;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads every conversation afresh, and holds it against the books of its customer. */
public final class Audit {

  private static final int AT_ONCE = 8;

  private Audit() {}

  /** Where the server did not keep its word. */
  public record Found(
      int promised, List<String> lost, List<String> doubled, List<String> misplaced) {

    static final Found NONE = new Found(0, List.of(), List.of(), List.of());

    Found and(Found other) {
      return new Found(
          promised + other.promised,
          both(lost, other.lost),
          both(doubled, other.doubled),
          both(misplaced, other.misplaced));
    }

    private static List<String> both(List<String> some, List<String> more) {
      if (more.isEmpty()) {
        return some;
      }
      var all = new ArrayList<>(some);
      all.addAll(more);
      return all;
    }
  }

  /** Nobody says anything meanwhile. */
  static Found of(Web web, List<Visitor> visitors) throws InterruptedException {
    var all = new ArrayList<Future<Found>>();
    try (var doors = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var visitor : visitors) {
        if (visitor.books().promises() > 0) {
          all.add(doors.submit(() -> visitor.books().against(log(web, visitor))));
        }
      }
    }
    var sum = Found.NONE;
    for (var some : all) {
      try {
        sum = sum.and(some.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
    return sum;
  }

  private static List<Message> log(Web web, Visitor visitor) {
    var headers = Map.of("Authorization", "Bearer " + visitor.token());
    var log = new ArrayList<Message>();
    long after = 0;
    long furthest = visitor.books().furthest();
    while (after < furthest) {
      var page = web.get("/api/customer/frames?after=" + after, headers).orThrow().json();
      page.parts("frames")
          .filter(frame -> frame.type().equals("message"))
          .map(Audit::message)
          .forEach(log::add);
      if (page.number("seq") <= after) {
        break; // the server has no more, whatever it promised
      }
      after = page.number("seq");
    }
    return log;
  }

  private static Message message(Frame frame) {
    return new Message(
        frame.number("seq"),
        frame.text("from"),
        frame.text("name"),
        frame.text("text"),
        frame.text("id"));
  }
}
