package dev.hotdesk.server.assignment;

import dev.hotdesk.assignment.Assigned;
import dev.hotdesk.assignment.Routed;
import dev.hotdesk.conversation.Receipt;
import dev.hotdesk.session.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Hands customers to operators, each of them once at a time. */
final class Giving {

  private final AssignerParts parts;
  private final Chronicle chronicle;
  private final Map<String, String> underWay = new ConcurrentHashMap<>();

  Giving(AssignerParts parts, Chronicle chronicle) {
    this.parts = parts;
    this.chronicle = chronicle;
  }

  /** Who is being given to whom at this moment: counted as served already, and given to nobody. */
  Map<String, String> underWay() {
    return Map.copyOf(underWay);
  }

  /**
   * Hands somebody over, as they were found in this line; empty if they are being handed over
   * already. It is void if they are not waiting any more, or are waiting again.
   *
   * @param epoch in which they were found waiting
   */
  Optional<CompletionStage<Receipt>> give(Assigned assigned, Line line, long epoch) {
    var id = assigned.conversation();
    if (underWay.putIfAbsent(id, assigned.operator()) != null) {
      return Optional.empty();
    }
    var why = new ArrayList<>(line.queue().find(id).map(Routed::reasons).orElse(List.of()));
    why.addAll(assigned.reasons());
    chronicle.note(id, why);
    var code = assigned.reasons().getLast().rule().code();
    return Optional.of(
        handed(id, new Event.OperatorGiven(epoch, assigned.operator(), code))
            .thenApply(
                receipt -> {
                  underWay.remove(id);
                  if (!(receipt instanceof Receipt.Stored)) {
                    chronicle.forget(id);
                  }
                  return receipt;
                }));
  }

  private CompletionStage<Receipt> handed(String id, Event event) {
    try {
      return parts.processor().handle(id, event);
    } catch (RuntimeException e) {
      underWay.remove(id);
      return CompletableFuture.failedStage(e);
    }
  }
}
