package dev.hotdesk.server.assembly;

import dev.hotdesk.retire.Threads;
import dev.hotdesk.server.watch.Crews;
import dev.hotdesk.server.watch.House;
import dev.hotdesk.server.watch.LeakWatch;
import dev.hotdesk.server.watch.Recordings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Makes what looks after the process itself. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // the container does
public class WatchAssembly {

  @Resource(lookup = "concurrent/hotdesk")
  ManagedExecutorService executor;

  @Resource(lookup = "concurrent/clock")
  ManagedScheduledExecutorService timer;

  @Produces
  @Singleton
  Crews crews() {
    return new Crews(executor, timer);
  }

  @Produces
  @Singleton
  LeakWatch leakWatch(Crews crews, Instance<House> houses) {
    return new LeakWatch(
        crews, Threads::all, () -> houses.isResolvable() ? houses.get().holdings() : List.of());
  }

  @Produces
  @Singleton
  Recordings recordings(Settings settings) {
    return new Recordings(settings.data().resolve("recordings"), Clock.systemUTC());
  }

  static void close(@Disposes Recordings recordings) {
    recordings.close();
  }
}
