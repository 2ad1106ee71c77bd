package dev.hotdesk.server.gateway;

import dev.hotdesk.server.Counter;
import dev.hotdesk.server.stream.Allowances;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A gateway before a counter, for tests. */
final class TestGateway {

  private TestGateway() {}

  /** One that soon sends frames away while the channel is unplugged. */
  static GatewayParts parts(Counter counter, VisitorTokens tokens) {
    return parts(counter, tokens, Duration.ofMillis(100));
  }

  /** One that waits so long for a channel that is unplugged. */
  static GatewayParts parts(Counter counter, VisitorTokens tokens, Duration absence) {
    var translator = new Translator(counter, login -> "Amy", Duration.ofSeconds(30), absence);
    var ingress =
        new Ingress(
            translator,
            new ShopIdentity(Optional.empty(), Clock.systemUTC()),
            counter.processor,
            counter.hub,
            counter.watermarks,
            counter.attachments,
            GatewayWatch.NONE);
    return new GatewayParts(
        counter.journal,
        counter.hub,
        ingress,
        translator,
        tokens,
        QueuePlaces.NONE,
        // The second never passes, however slow the machine.
        new Allowances(GatewayParts.MOST_FRAMES_A_SECOND, Duration.ofSeconds(1), () -> 0),
        counter.watermarks,
        counter.heartbeat,
        counter.executor,
        counter.timer);
  }
}
