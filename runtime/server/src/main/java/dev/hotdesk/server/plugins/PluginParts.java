package dev.hotdesk.server.plugins;

import dev.hotdesk.api.Documents;
import dev.hotdesk.capability.FunctionDesk;
import dev.hotdesk.capability.Lender;
import dev.hotdesk.capability.OutboundClient;
import dev.hotdesk.capability.OwnFigures;
import dev.hotdesk.capability.PluginLogs;
import dev.hotdesk.generation.PluginHost;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Puts the parts of this package together. */
@ApplicationScoped
public class PluginParts {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final String PRIVATE = "hotdesk.plugins.http.private";

  @Resource(lookup = "jdbc/hotdesk")
  @SuppressWarnings("NullAway.Init") // the container does
  DataSource database;

  /** Kept, as it is asked for on threads that have no configuration of their own. */
  private final Config config = ConfigProvider.getConfig();

  @Produces
  @Singleton
  PluginLogs logs() {
    return new PluginLogs(CLOCK);
  }

  @Produces
  @Singleton
  SettledConfigs configs() {
    return new SettledConfigs(new StoredSettings(database, CLOCK), this::raw);
  }

  @Produces
  @Singleton
  OutboundClient client() {
    return new OutboundClient(hosts(raw(PRIVATE).orElse("")));
  }

  static void close(@Disposes OutboundClient client) {
    client.close();
  }

  @Produces
  @Singleton
  Lender lender(
      SettledConfigs configs,
      OutboundClient client,
      FunctionDesk desk,
      OwnFigures figures,
      PluginLogs logs,
      Documents documents) {
    return new Lender(
        new Lender.Parts(
            CLOCK,
            new SqlPluginStore(database, CLOCK),
            desk,
            secrets(),
            configs,
            client,
            figures,
            logs,
            documents));
  }

  @Produces
  @Singleton
  PluginSettingsDesk desk(SettledConfigs configs, PluginLogs logs, Instance<PluginHost> host) {
    return new PluginSettingsDesk(
        configs,
        new StoredSettings(database, CLOCK),
        secrets(),
        logs,
        plugin -> host.get().renew(plugin));
  }

  private ConfigSecrets secrets() {
    return new ConfigSecrets(this::raw, System::getenv);
  }

  /** Without filling in what looks like a reference: a secret may have a dollar sign. */
  private Optional<String> raw(String key) {
    return Optional.ofNullable(config.getConfigValue(key).getRawValue());
  }

  private static Set<String> hosts(String list) {
    return Arrays.stream(list.split("[,\\s]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
