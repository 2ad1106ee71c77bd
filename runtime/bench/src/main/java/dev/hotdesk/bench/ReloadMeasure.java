package dev.hotdesk.bench;

import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Whether a server that has changed plugins many times still holds on to the former ones. */
final class ReloadMeasure implements Measure {

  /** With fewer loaders than shipped plugins, this would not be looking where they are. */
  private static final int SHIPPED = 6;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public String summary() {
    return "class loaders left and metaspace grown after many upgrades [--reloads 100]";
  }

  @Override
  public void run(Options options, Report report) throws IOException, InterruptedException {
    int reloads = options.number("reloads", 100);
    try (var site = Site.open()) {
      site.start();
      try (var customer = CustomerClient.connect(site.web(), site.shopOrigin(), "en")) {
        change(site, customer, 4); // caches fill at first
        long loaders = site.machine().pluginLoaders();
        long metaspace = site.machine().metaspaceBytes();
        var took = new Timings();
        for (int done = 0; done < reloads; done += 2) {
          long begun = System.nanoTime();
          change(site, customer, 2);
          took.add((System.nanoTime() - begun) / 2);
          if (done % 10 == 0) {
            report.progress(done + " of " + reloads);
          }
        }
        Thread.sleep(2_000);
        long left = site.machine().pluginLoaders() - loaders;
        report.count("reloads", reloads);
        report.value("reload_p50", took.percentile(50), "ms");
        report.atLeast(SHIPPED, "loaders_alive", site.machine().pluginLoaders());
        report.none("loaders_left", left > 0 ? List.of(left + " more than before") : List.of());
        report.value("metaspace_growth", (site.machine().metaspaceBytes() - metaspace) / 1e6, "MB");
        report.none("errors", customer.errors().stream().map(Object::toString).toList());
      }
    }
  }

  /** An even number of changes to and fro, each with a question answered. */
  private static void change(Site site, CustomerClient customer, int times)
      throws IOException, InterruptedException {
    for (int i = 0; i < times; i += 2) {
      site.upgrade().copy();
      site.upgrade().awaitLive(PATIENCE);
      customer.ask("where is order 20261123-88", PATIENCE);
      site.upgrade().remove();
      site.ordersV1().awaitLive(PATIENCE);
      customer.ask("where is order 20261123-88", PATIENCE);
    }
  }
}
