package dev.hotdesk.capability;

import dev.hotdesk.api.Config;
import dev.hotdesk.api.Documents;
import dev.hotdesk.api.PluginContext;
import dev.hotdesk.generation.Capabilities;
import dev.hotdesk.verify.PluginJar;
import dev.hotdesk.verify.RefusedJarException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Lends each generation of a plugin what its manifest asks for, and takes it back when the
 * generation is retired. Keeps nothing that a plugin made.
 */
public final class Lender implements Capabilities {

  private final Parts parts;
  private final Map<String, OwnMetrics> metrics = new ConcurrentHashMap<>();

  /**
   * Where what is lent comes from.
   *
   * @param clock the time
   * @param store what plugins keep
   * @param desk their events and timers
   * @param secrets what admins keep for them
   * @param configs their settings
   * @param client their way out
   * @param figures where their figures are shown
   * @param logs their latest lines
   * @param documents the retailer's own
   */
  public record Parts(
      Clock clock,
      PluginStore store,
      FunctionDesk desk,
      Secrets secrets,
      PluginConfigs configs,
      OutboundClient client,
      OwnFigures figures,
      PluginLogs logs,
      Documents documents) {}

  /** Lends out of these. */
  public Lender(Parts parts) {
    this.parts = parts;
  }

  @Override
  public Loan lend(PluginJar jar, int generation) throws RefusedJarException {
    var config = parts.configs().settle(jar);
    var fence = new Fence(jar.id(), jar.version(), generation);
    return new FencedLoan(fence, new Grants(jar.permissions()), jar.policy().deadline(), config);
  }

  private final class FencedLoan implements Loan {

    private final Fence fence;
    private final Grants grants;
    private final FencedHttp http;
    private final Mask mask;
    private final PluginContext context;

    FencedLoan(Fence fence, Grants grants, Duration longest, Config config) {
      this.fence = fence;
      this.grants = grants;
      this.http = new FencedHttp(fence, grants, parts.client(), longest, parts.figures());
      var own = metrics.computeIfAbsent(fence.plugin(), id -> new OwnMetrics(id, parts.figures()));
      this.mask = settled();
      this.context = new FencedContext(fence, grants, parts, mask, config, http, own);
    }

    /** Hides what is set now; what is read later is hidden then. */
    private Mask settled() {
      var hidden = new Mask();
      for (var name : grants.secrets()) {
        try {
          parts.secrets().find(fence.plugin(), name).ifPresent(hidden::hide);
        } catch (IllegalStateException e) {
          note(System.Logger.Level.WARNING, String.valueOf(e.getMessage()));
        }
      }
      return hidden;
    }

    private void note(System.Logger.Level level, String text) {
      parts.logs().add(fence.plugin(), fence.version(), fence.generation(), level, text);
    }

    @Override
    public PluginContext context() {
      return context;
    }

    @Override
    public boolean allows(String permission) {
      return grants.allows(permission);
    }

    @Override
    public UnaryOperator<String> mask() {
      return mask::apply;
    }

    @Override
    public List<String> takeBack() {
      fence.shut();
      return http.end();
    }
  }
}
