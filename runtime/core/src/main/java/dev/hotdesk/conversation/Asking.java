package dev.hotdesk.conversation;

import dev.hotdesk.routing.Answer;
import dev.hotdesk.routing.TurnRequest;
import dev.hotdesk.session.Ask;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/**
 * Turns the agents to what is due, here or at the server that takes it, and brings their answers
 * back into the lane. Called by the work of a conversation's lane.
 */
final class Asking {

  private static final List<Long> RETRY_MILLIS = List.of(100L, 300L, 1_000L, 3_000L, 10_000L);

  private final Answers answers;
  private final Executor executor;
  private final Peers peers;
  private final BiFunction<String, Answer, CompletionStage<Receipt>> lane;

  /**
   * Asks these.
   *
   * @param lane hands an answer to its conversation
   */
  Asking(
      Answers answers,
      Executor executor,
      Peers peers,
      BiFunction<String, Answer, CompletionStage<Receipt>> lane) {
    this.answers = answers;
    this.executor = executor;
    this.peers = peers;
    this.lane = lane;
  }

  /** Sees to it that the question that is due is asked, unless somebody is at it. */
  void ask(Desk desk, Conversation conversation) {
    var due = conversation.session().ask();
    if (!desk.turnTo(due)) {
      return;
    }
    if (peers.offer(conversation.id(), due.orElseThrow())) {
      desk.offered();
    } else {
      askHere(desk, conversation, due.orElseThrow());
    }
  }

  /**
   * Asks the agents of this server.
   *
   * @return completes when the answer is stored, or it is certain that nobody waits for it
   */
  CompletionStage<Receipt> askHere(Desk desk, Conversation conversation, Ask ask) {
    var request =
        new TurnRequest(
            conversation.id(),
            ask,
            conversation.dialogue(),
            conversation.customerId(),
            conversation.sku(),
            desk.linesBefore(ask.question().sequence()));
    var done = new CompletableFuture<Receipt>();
    executor.execute(() -> take(conversation.id(), answers.answer(request), 0, done));
    return done;
  }

  /** Hands an answer in, again and again while the storage is down: the customer waits for it. */
  private void take(
      String conversation, Answer answer, int refusals, CompletableFuture<Receipt> done) {
    lane.apply(conversation, answer)
        .thenAccept(
            receipt -> {
              if (receipt instanceof Receipt.Refused) {
                var pause = RETRY_MILLIS.get(Math.min(refusals, RETRY_MILLIS.size() - 1));
                CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS, executor)
                    .execute(() -> take(conversation, answer, refusals + 1, done));
              } else {
                done.complete(receipt);
              }
            });
  }
}
