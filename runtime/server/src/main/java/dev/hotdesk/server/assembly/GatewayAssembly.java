package dev.hotdesk.server.assembly;

import dev.hotdesk.conversation.SessionProcessor;
import dev.hotdesk.delivery.Watermarks;
import dev.hotdesk.generation.PluginHost;
import dev.hotdesk.server.assignment.Assigner;
import dev.hotdesk.server.assignment.PluginAdvice;
import dev.hotdesk.server.attachment.Attachments;
import dev.hotdesk.server.attachment.CustomerTokens;
import dev.hotdesk.server.cluster.Cluster;
import dev.hotdesk.server.gateway.AddressLimit;
import dev.hotdesk.server.gateway.GatewayParts;
import dev.hotdesk.server.gateway.GatewayWatch;
import dev.hotdesk.server.gateway.Ingress;
import dev.hotdesk.server.gateway.LongPoll;
import dev.hotdesk.server.gateway.Origins;
import dev.hotdesk.server.gateway.Rehearsal;
import dev.hotdesk.server.gateway.ShopIdentity;
import dev.hotdesk.server.gateway.Translator;
import dev.hotdesk.server.gateway.VisitorTokens;
import dev.hotdesk.server.store.JpaJournal;
import dev.hotdesk.server.stream.Allowances;
import dev.hotdesk.server.stream.Heartbeat;
import dev.hotdesk.server.stream.Hub;
import dev.hotdesk.server.watch.Crews;
import dev.hotdesk.server.watch.Traffic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes the customers' gateway. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // the container does
public class GatewayAssembly {

  private static final Clock CLOCK = Clock.systemUTC();

  @Inject Crews crews;

  @Produces
  @Singleton
  Origins origins(Settings settings) {
    return new Origins(settings.origins());
  }

  @Produces
  @Singleton
  AddressLimit tokenLimit(Settings settings) {
    return new AddressLimit(settings.tokensPerMinute(), Duration.ofMinutes(1), System::nanoTime);
  }

  @Produces
  @Singleton
  GatewayParts gateway(
      Settings settings,
      JpaJournal journal,
      Hub hub,
      PluginHost plugins,
      AccountsStaff staff,
      SessionProcessor processor,
      Watermarks watermarks,
      Attachments attachments,
      Heartbeat heartbeat,
      Assigner assigner,
      PluginAdvice advice,
      Traffic traffic,
      Cluster cluster) {
    var translator = new Translator(plugins, staff, settings.channelDeadline());
    var ingress =
        new Ingress(
            translator,
            new ShopIdentity(settings.identifySecret(), CLOCK),
            processor,
            hub,
            watermarks,
            attachments,
            watch(traffic));
    ingress.limit(advice::isLimited);
    var tokens =
        new VisitorTokens(() -> TokenSecret.of(settings, cluster), settings.tokenLife(), CLOCK);
    var allowances =
        new Allowances(GatewayParts.MOST_FRAMES_A_SECOND, Duration.ofSeconds(1), System::nanoTime);
    return new GatewayParts(
        journal,
        hub,
        ingress,
        translator,
        tokens,
        assigner::told,
        allowances,
        watermarks,
        heartbeat,
        crews.crew("customers"),
        crews.timer("customers"));
  }

  @Produces
  @Singleton
  Rehearsal rehearsal(GatewayParts parts) {
    var config = ConfigProvider.getConfig();
    int port = config.getOptionalValue("HOTDESK_PORT", Integer.class).orElse(9080);
    int times = config.getOptionalValue("hotdesk.warmup", Integer.class).orElse(0);
    if (times < 0) {
      throw new IllegalArgumentException("hotdesk.warmup: wanted 0 or more, not " + times);
    }
    return new Rehearsal(parts.tokens(), port, times);
  }

  @Produces
  @Singleton
  CustomerTokens customerTokens(GatewayParts parts) {
    return parts.tokens();
  }

  @Produces
  @Singleton
  LongPoll longPoll(GatewayParts parts) {
    return new LongPoll(parts);
  }

  private static GatewayWatch watch(Traffic traffic) {
    return new GatewayWatch() {
      @Override
      public void acknowledged(String channel, Duration time) {
        traffic.acknowledged(channel, time);
      }

      @Override
      public void refused(String code) {
        traffic.refused(code);
      }
    };
  }
}
