package dev.hotdesk.server.report;

import dev.hotdesk.server.store.LogFacts.Fact;
import dev.hotdesk.server.store.LogFacts.What;
import dev.hotdesk.session.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One session as the log tells of it, from its beginning on. */
final class Episode {

  final Instant begun;
  final String store;
  final String channel;
  final List<Duration> waits = new ArrayList<>();
  final List<Integer> scores = new ArrayList<>();
  int waited;
  int gaveUp;
  boolean closed;
  private @Nullable Instant asked;
  private @Nullable Instant answered;
  private @Nullable Instant waitsSince;
  private String operator = "";

  Episode(Fact first) {
    this.begun = first.at();
    this.store = first.store();
    this.channel = first.channel();
  }

  void add(Fact fact) {
    switch (fact.what()) {
      case What.Spoken() -> {}
      case What.Answered() -> {
        if (asked != null && answered == null) {
          answered = fact.at();
        }
      }
      case What.Rated(var score) -> scores.add(score);
      case What.Moved(var moved) -> moved(moved.state(), fact.at());
    }
  }

  private void moved(State to, Instant at) {
    closed = to instanceof State.Closed;
    switch (to) {
      case State.Waiting _ -> begin(at);
      case State.OperatorServing(var who) -> serve(who, at);
      case State.Offline _ -> asked = asked == null ? at : asked;
      // An operator has them still, or has had them.
      case State.Transferring _, State.WrapUp _, State.Survey _, State.Snoozed _ -> {}
      case State.Closed _, State.BotServing _ -> giveUp();
    }
  }

  private void begin(Instant at) {
    asked = asked == null ? at : asked;
    if (waitsSince == null) {
      waitsSince = at;
      waited++;
    }
  }

  private void serve(String who, Instant at) {
    asked = asked == null ? at : asked;
    operator = operator.isEmpty() ? who : operator;
    if (waitsSince != null) {
      waits.add(Duration.between(waitsSince, at));
      waitsSince = null;
    }
  }

  private void giveUp() {
    if (waitsSince != null) {
      gaveUp++;
      waitsSince = null;
    }
  }

  /** Whether it was brought to people, or they took it. */
  boolean isHandedOver() {
    return asked != null;
  }

  /** From when a person was asked for until one said something. */
  Optional<Duration> firstAnswer() {
    return asked == null || answered == null
        ? Optional.empty()
        : Optional.of(Duration.between(asked, answered));
  }

  /** The operator who served first; empty for nobody. */
  String operator() {
    return operator;
  }
}
