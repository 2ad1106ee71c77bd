package dev.hotdesk.server.watch;

import dev.hotdesk.routing.TurnWatch;
import java.time.Duration;

/**
 * Counts what passes through the house. All of it may be called from anywhere, and never throws.
 */
public final class Traffic implements TurnWatch {

  private final Meters meters;

  /** Counts on these meters. */
  public Traffic(Meters meters) {
    this.meters = meters;
  }

  /** A message was stored and acknowledged, so long after it had come in. */
  public void acknowledged(String channel, Duration time) {
    meters.time(
        "hotdesk.message", "From a message's arrival to its receipt", time, "channel", channel);
  }

  /** A frame was refused, with this error code of the protocol. */
  public void refused(String code) {
    meters.count("hotdesk.refused", "Frames refused, by error code", "code", code);
  }

  /** The journal stored a batch of so many appends. */
  public void stored(int appends, Duration time) {
    meters.size("hotdesk.journal.batch", "Appends that shared a commit", appends);
    meters.time("hotdesk.journal.commit", "Storing a batch of appends", time);
  }

  /** Something heavy of a plugin, dropped while nobody used it, was made again. */
  public void coldStarted(String plugin, Duration time) {
    meters.count(
        "hotdesk.plugin.cold.starts", "Times that something heavy came back", "plugin", plugin);
    meters.time(
        "hotdesk.plugin.cold.start", "Until something heavy was back", time, "plugin", plugin);
  }

  @Override
  public void understood(Duration time) {
    meters.time("hotdesk.model", "Understanding a message", time);
  }

  @Override
  public void ended(String outcome, Duration time) {
    meters.time("hotdesk.turn", "From question to answer, by outcome", time, "outcome", outcome);
  }
}
