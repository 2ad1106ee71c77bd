package dev.hotdesk.server.assembly;

import dev.hotdesk.generation.PluginHost;
import dev.hotdesk.learning.School;
import dev.hotdesk.learning.TaughtTrainer;
import dev.hotdesk.server.learning.IntentBook;
import dev.hotdesk.server.learning.LearnedTable;
import dev.hotdesk.server.learning.LearnedWords;
import dev.hotdesk.server.lookup.Lookups;
import dev.hotdesk.server.replica.Readings;
import dev.hotdesk.server.watch.Crews;
import dev.hotdesk.understanding.LocalTrainer;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Puts together how the shop's people teach the agents. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // the container does
public class LearningAssembly {

  /** By then what was trained serves. */
  private static final int SERVED_S = 2;

  /** What another server was taught is seen by then, also where nobody tells. */
  private static final int LOOK_S = 15;

  @Resource(lookup = "jdbc/hotdesk")
  DataSource database;

  @Inject Crews crews;

  @Produces
  @Singleton
  LearnedTable learned(Lookups lookups, Instance<School> school) {
    return new LearnedTable(database, Clock.systemUTC(), () -> changed(lookups, school));
  }

  @Produces
  @Singleton
  LearnedWords learnedWords(Lookups lookups, Instance<School> school) {
    return new LearnedWords(() -> changed(lookups, school));
  }

  private static void changed(Lookups lookups, Instance<School> school) {
    school.get().changed();
    lookups.changed(Lookups.LEARNING);
  }

  @Produces
  @Singleton
  School school(LocalTrainer trainer, Instance<PluginHost> plugins, LearnedTable learned) {
    var school =
        new School(
            trainer,
            () -> plugins.get().knowledge(),
            learned,
            crews.crew("learning"),
            () -> plugins.get().learned());
    crews
        .timer("learning")
        .scheduleWithFixedDelay(school::changed, LOOK_S, LOOK_S, TimeUnit.SECONDS);
    return school;
  }

  @Produces
  @Singleton
  IntentBook intentBook(
      LocalTrainer trainer,
      PluginHost plugins,
      School school,
      LearnedTable learned,
      Readings readings) {
    return new IntentBook(
        trainer,
        plugins::knowledge,
        () -> school.curriculum().sentences(),
        learned,
        readings,
        trainer::place);
  }

  /** The school depends on the plugins, and these on the school: each asks for the other late. */
  @Produces
  @Singleton
  TaughtTrainer taught(LocalTrainer trainer, Instance<School> school) {
    var timer = crews.timer("learning");
    return new TaughtTrainer(
        trainer,
        () -> school.get().curriculum(),
        () -> timer.schedule(school.get()::changed, SERVED_S, TimeUnit.SECONDS));
  }
}
