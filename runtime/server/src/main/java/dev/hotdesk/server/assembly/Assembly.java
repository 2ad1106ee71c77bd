package dev.hotdesk.server.assembly;

import dev.hotdesk.capability.Lender;
import dev.hotdesk.conversation.Alarms;
import dev.hotdesk.conversation.Duty;
import dev.hotdesk.conversation.SessionProcessor;
import dev.hotdesk.conversation.Timing;
import dev.hotdesk.conversation.Turnstile;
import dev.hotdesk.delivery.Outbox;
import dev.hotdesk.delivery.OutboxRelay;
import dev.hotdesk.delivery.Watermarks;
import dev.hotdesk.function.Functions;
import dev.hotdesk.generation.HostSettings;
import dev.hotdesk.generation.PluginHost;
import dev.hotdesk.generation.PluginWatch;
import dev.hotdesk.generation.RolloutSettings;
import dev.hotdesk.learning.TaughtTrainer;
import dev.hotdesk.retire.HeapLook;
import dev.hotdesk.rollout.RolloutDesk;
import dev.hotdesk.routing.Agents;
import dev.hotdesk.routing.Suggestions;
import dev.hotdesk.server.access.Accounts;
import dev.hotdesk.server.access.Audit;
import dev.hotdesk.server.assignment.Assigner;
import dev.hotdesk.server.attachment.Attachments;
import dev.hotdesk.server.cluster.Cluster;
import dev.hotdesk.server.hours.Attended;
import dev.hotdesk.server.hours.HoursTable;
import dev.hotdesk.server.learning.LearnedTable;
import dev.hotdesk.server.lookup.Lookups;
import dev.hotdesk.server.store.JpaJournal;
import dev.hotdesk.server.stream.Heartbeat;
import dev.hotdesk.server.stream.Hub;
import dev.hotdesk.server.trust.TrustTable;
import dev.hotdesk.server.versions.SqlDesiredState;
import dev.hotdesk.server.watch.Crews;
import dev.hotdesk.server.watch.Traffic;
import dev.hotdesk.server.workspace.Inspection;
import dev.hotdesk.server.workspace.Learning;
import dev.hotdesk.server.workspace.Recalls;
import dev.hotdesk.server.workspace.Room;
import dev.hotdesk.server.workspace.RoomParts;
import dev.hotdesk.understanding.LocalTrainer;
import dev.hotdesk.understanding.encoder.ModelFiles;
import dev.hotdesk.verify.JarVerifier;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes the parts of the house and puts them together. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // the container does
public class Assembly {

  private static final Clock CLOCK = Clock.systemUTC();

  /** A little less than what a single agent's threads and its queue take in. */
  private static final int MOST_TURNS = 64;

  @PersistenceUnit(unitName = "hotdesk")
  EntityManagerFactory entities;

  @Resource(lookup = "jdbc/hotdesk")
  DataSource database;

  @Inject Crews crews;

  @Resource(lookup = "jdbc/shop")
  DataSource shop;

  @Produces
  @Singleton
  Settings settings() {
    return Settings.of(ConfigProvider.getConfig());
  }

  @Produces
  @Singleton
  JpaJournal journal(Traffic traffic, Functions functions) {
    return new JpaJournal(
        entities,
        crews.crew("journal"),
        traffic::stored,
        functions,
        JpaJournal.writersFor(database),
        Pushed::isPushed);
  }

  @Produces
  @Singleton
  Hub hub() {
    return new Hub();
  }

  @Produces
  @Singleton
  Heartbeat heartbeat() {
    return new Heartbeat(crews.timer("heartbeat"));
  }

  @Produces
  @Singleton
  LocalTrainer trainer(Settings settings, Traffic traffic) {
    return LocalTrainer.open(
        settings.models().map(ModelFiles::in).orElseGet(ModelFiles::shipped),
        settings.data().resolve("vectors"),
        settings.modelConcurrency(),
        CLOCK,
        traffic::coldStarted);
  }

  static void close(@Disposes LocalTrainer trainer) {
    trainer.close();
  }

  @Produces
  @Singleton
  KnownIntents knownIntents(TaughtTrainer trainer) {
    return new KnownIntents(trainer);
  }

  @Produces
  @Singleton
  PluginHost plugins(
      Settings settings,
      KnownIntents trainer,
      Lender lender,
      Instance<PluginWatch> watch,
      TrustTable trust) {
    return new PluginHost(
        settings.plugins(),
        settings.data().resolve("plugin-store"),
        trainer,
        HostSettings.DEFAULT.withHeapLook(
            settings.mayLookAtHeap()
                ? HeapLook.in(settings.data().resolve("heap-look"))
                : HeapLook.OFF),
        new SettledPolicies(lender, ConfigProvider.getConfig()),
        watch.isResolvable() ? watch.get() : PluginWatch.NONE,
        trust,
        new RolloutSettings(
            settings.rollouts().usual(),
            settings.rollouts().canary(),
            new SqlDesiredState(database, settings.node())));
  }

  @Produces
  @Singleton
  RolloutDesk rollouts(PluginHost plugins) {
    return plugins.rollouts();
  }

  @Produces
  @Singleton
  TrustTable trust(Settings settings) {
    return new TrustTable(database, CLOCK, settings.isUnsignedAllowed());
  }

  @Produces
  @Singleton
  JarVerifier verifier(TrustTable trust) {
    return new JarVerifier(HostSettings.DEFAULT.jar(), trust);
  }

  @Produces
  @Singleton
  Agents agents(PluginHost plugins, Settings settings, Traffic traffic) {
    return new Agents(plugins, () -> new LentDatabase(shop), settings.bounds(), CLOCK, traffic);
  }

  @Produces
  @Singleton
  Suggestions suggestions(PluginHost plugins, Settings settings) {
    return new Suggestions(plugins, () -> new LentDatabase(shop), settings.bounds(), CLOCK);
  }

  @Produces
  @Singleton
  HoursTable hours(Lookups lookups) {
    return new HoursTable(database, CLOCK, () -> lookups.changed(Lookups.HOURS));
  }

  @Produces
  @Singleton
  Attended attended(HoursTable hours) {
    var patience =
        Settings.time(ConfigProvider.getConfig(), "hotdesk.session.unattended", Duration.ZERO);
    return new Attended(hours, patience, System::nanoTime);
  }

  @Produces
  @Singleton
  Timing timing(Settings settings, Attended attended) {
    return new Timing(settings.patience(), attended);
  }

  @Produces
  @Singleton
  SessionProcessor processor(
      JpaJournal journal, Agents agents, Hub hub, Cluster cluster, Timing timing) {
    return new SessionProcessor(
        journal,
        new Turnstile(agents::answer, MOST_TURNS),
        cluster.signals(hub),
        crews.crew("conversations"),
        CLOCK,
        cluster,
        timing);
  }

  @Produces
  @Singleton
  Alarms alarms(JpaJournal journal, SessionProcessor processor, Timing timing) {
    return new Alarms(journal, processor, timing, Duty.ALWAYS, CLOCK);
  }

  @Produces
  @Singleton
  AccountsStaff staff(Accounts accounts, Lookups lookups) {
    return new AccountsStaff(accounts, lookups);
  }

  @Produces
  @Singleton
  RoomParts roomParts(
      Settings settings,
      JpaJournal journal,
      Hub hub,
      SessionProcessor processor,
      AccountsStaff staff,
      KnownIntents intents,
      PluginHost plugins,
      Watermarks watermarks,
      Assigner assigner,
      Audit audit,
      Attachments attachments,
      Outbox outbox,
      OutboxRelay relay,
      Heartbeat heartbeat,
      LearnedTable learned) {
    return new RoomParts(
        journal,
        hub,
        processor,
        staff,
        intents::names,
        new Learning(journal, plugins, learned::teach),
        watermarks,
        new Recalls(journal, settings.recallLimit(), CLOCK),
        assigner,
        audit::add,
        attachments,
        outbox,
        relay,
        heartbeat,
        crews.crew("operators"),
        crews.timer("operators"),
        settings.operatorGrace(),
        settings.patience());
  }

  @Produces
  @Singleton
  Inspection inspection(JpaJournal journal, Room room, Settings settings) {
    var moment = settings.operatorGrace().plus(Duration.ofSeconds(30));
    return new Inspection(journal, room, moment, CLOCK);
  }

  @Produces
  @Singleton
  Room room(RoomParts parts) {
    return new Room(parts);
  }
}
