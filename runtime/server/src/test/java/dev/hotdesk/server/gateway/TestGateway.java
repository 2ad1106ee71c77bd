package dev.hotdesk.server.gateway;

import dev.hotdesk.server.Counter;
import dev.hotdesk.server.stream.Allowances;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A gateway before a counter, for tests. */
final class TestGateway {

  private TestGateway() {}

  static GatewayParts parts(Counter counter, VisitorTokens tokens) {
    var translator = new Translator(counter, login -> "Amy", Duration.ofSeconds(1));
    var ingress =
        new Ingress(
            translator,
            new ShopIdentity(Optional.empty(), Clock.systemUTC()),
            counter.processor,
            counter.hub,
            GatewayWatch.NONE);
    return new GatewayParts(
        counter.journal,
        counter.hub,
        ingress,
        translator,
        tokens,
        new Allowances(GatewayParts.MOST_FRAMES_A_SECOND, Duration.ofSeconds(1), System::nanoTime),
        counter.heartbeat,
        counter.executor,
        counter.timer);
  }
}
