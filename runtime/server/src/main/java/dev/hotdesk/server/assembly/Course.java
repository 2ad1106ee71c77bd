package dev.hotdesk.server.assembly;

import dev.hotdesk.conversation.Alarms;
import dev.hotdesk.conversation.Duty;
import dev.hotdesk.conversation.LeftQuestions;
import dev.hotdesk.conversation.SessionProcessor;
import dev.hotdesk.delivery.Watermarks;
import dev.hotdesk.function.Functions;
import dev.hotdesk.generation.PluginHost;
import dev.hotdesk.learning.School;
import dev.hotdesk.server.access.LoggedOut;
import dev.hotdesk.server.access.PasswordChanged;
import dev.hotdesk.server.assignment.Assigner;
import dev.hotdesk.server.cluster.Cluster;
import dev.hotdesk.server.cluster.Here;
import dev.hotdesk.server.gateway.LongPoll;
import dev.hotdesk.server.gateway.Rehearsal;
import dev.hotdesk.server.hours.Attended;
import dev.hotdesk.server.hours.HoursTable;
import dev.hotdesk.server.lookup.Lookups;
import dev.hotdesk.server.notice.Notice;
import dev.hotdesk.server.notice.Notices;
import dev.hotdesk.server.store.JpaJournal;
import dev.hotdesk.server.stream.Admission;
import dev.hotdesk.server.stream.Drain;
import dev.hotdesk.server.stream.Heartbeat;
import dev.hotdesk.server.stream.Hub;
import dev.hotdesk.server.watch.Crews;
import dev.hotdesk.server.workspace.Inspection;
import dev.hotdesk.server.workspace.NoticeBoard;
import dev.hotdesk.server.workspace.Room;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the parts one after another: tables, journal, plugins, desk, then the questions that were
 * unanswered; and stops them the other way round.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // the container does
public class Course {

  private static final Logger LOG = LoggerFactory.getLogger(Course.class);
  private static final int OPENING = 2500;
  private static final int GOOD_BYE = 5;
  private static final int LOOK = 5;
  private static final int INSPECT = 60;
  private static final int SWEEP = 1;

  /** Milliseconds until the first may come back: to another server, or to this one's successor. */
  private static final long SOON = 300;

  @Inject Rehearsal rehearsal;
  @Inject JpaJournal journal;
  @Inject PluginHost plugins;
  @Inject SessionProcessor processor;
  @Inject Alarms alarms;
  @Inject Inspection inspection;
  @Inject HoursTable hours;
  @Inject Attended attended;
  @Inject Functions functions;
  @Inject Watermarks watermarks;
  @Inject Room room;
  @Inject Hub hub;
  @Inject Heartbeat heartbeat;
  @Inject Cluster cluster;
  @Inject Here here;
  @Inject Admission admission;
  @Inject Drain drain;
  @Inject LongPoll longPoll;
  @Inject LeftQuestions left;
  @Inject Notices notices;
  @Inject Lookups lookups;
  @Inject Assigner assigner;
  @Inject School school;

  private ScheduledExecutorService timer;
  private Executor executor;
  private final AtomicBoolean goodBye = new AtomicBoolean();
  private volatile Stage stage = Stage.STARTING;
  private volatile Duty timers = Duty.ALWAYS;
  private volatile boolean noticesAreSpread;
  private volatile Duty questions = Duty.ALWAYS;
  private volatile boolean hoursKnown;
  private volatile boolean opened;

  /** How far it is. */
  enum Stage {
    STARTING,
    OPEN,
    /** Everybody is sent to the other servers. */
    DRAINING,
    LEAVING
  }

  @Inject
  void lend(Crews crews) {
    timer = crews.timer("house");
    executor = crews.crew("house");
  }

  Stage stage() {
    return stage;
  }

  void open(@Observes @Priority(OPENING) Startup starting) {
    drain.whenBegun(this::drain);
    drain.whenEnded(this::goOn);
    timers = cluster.duty("timers");
    questions = cluster.duty("questions");
    cluster.whenGone(_ -> executor.execute(() -> askWhatWasLeft(left::sweepAll)));
    cluster.join();
    hours.refresh();
    room.open();
    shareLookups();
    cluster.open(executor, here);
    room.share(cluster.seats(), cluster.relay());
    hub.relay(cluster.relay());
    school.open();
    plugins.start();
    new Opening(timer, this::recoverOnceConverged).plan();
  }

  /** What is changed at one server is known at all of them at once. */
  private void shareLookups() {
    lookups.whenChanged(cluster::tell);
    lookups.whenForgotten(Lookups.HOURS, () -> executor.execute(this::lookAtHours));
    lookups.whenForgotten(Lookups.STAFFING, () -> executor.execute(assigner::reread));
    lookups.whenForgotten(Lookups.LEARNING, school::changed);
    lookups.whenForgotten(Lookups.NOTICES, () -> executor.execute(this::spreadNotices));
    lookups.whenForgotten(Lookups.STAFF, () -> executor.execute(room::staffChanged));
  }

  /** Returns whether there is nothing more to try. */
  private boolean recoverOnceConverged() {
    if (stage != Stage.STARTING) {
      return true;
    }
    if (!plugins.isConverged()) {
      return false;
    }
    var asked = cluster.isAlone() ? processor.recover() : 0;
    rehearsal.run();
    if (stage != Stage.STARTING) {
      return true;
    }
    stage = Stage.OPEN;
    opened = true;
    functions.start();
    timer.scheduleWithFixedDelay(this::storeReceipts, 1, 1, TimeUnit.SECONDS);
    timer.scheduleWithFixedDelay(this::lookAtHours, 0, LOOK, TimeUnit.SECONDS);
    timer.scheduleWithFixedDelay(this::inspect, INSPECT, INSPECT, TimeUnit.SECONDS);
    timer.scheduleWithFixedDelay(this::sweep, SWEEP, SWEEP, TimeUnit.SECONDS);
    timer.scheduleWithFixedDelay(this::spreadNotices, LOOK, LOOK, TimeUnit.SECONDS);
    timer.scheduleWithFixedDelay(() -> askWhatWasLeft(left::sweep), LOOK, LOOK, TimeUnit.SECONDS);
    LOG.info("Hotdesk is open; {} questions of before were asked anew", asked);
    return true;
  }

  /** A task that throws is never run again, so nothing may escape. */
  private void sweep() {
    try {
      if (attended.look(room.isAttended(), stage == Stage.OPEN && timers.isMine())) {
        alarms.refresh();
      }
      if (stage == Stage.OPEN && timers.isMine()) {
        alarms.sweep();
      }
    } catch (RuntimeException e) {
      LOG.warn("What time brings about has to wait: {}", e.getMessage());
    }
  }

  private void inspect() {
    try {
      if (stage == Stage.OPEN) {
        inspection.look();
      }
    } catch (RuntimeException e) {
      LOG.warn("Nobody looked for odd sessions: {}", e.getMessage());
    }
  }

  /** Hours and bounds may be others than when the conversations were last looked at. */
  private void lookAtHours() {
    try {
      boolean isNew = hours.refresh() || !hoursKnown;
      if (isNew && stage == Stage.OPEN && timers.isMine()) {
        alarms.refresh();
      }
      hoursKnown = true;
    } catch (RuntimeException e) {
      LOG.warn("Opening hours stay as they were known: {}", e.getMessage());
    }
  }

  /** Each time where there are others, who may have left a notice half told; else at the start. */
  private void spreadNotices() {
    try {
      if (stage == Stage.OPEN && (!cluster.isAlone() || !noticesAreSpread)) {
        notices.show(this::showOnDesks);
        notices.spread();
        noticesAreSpread = true;
      }
    } catch (RuntimeException e) {
      LOG.warn("Notices are told later: {}", e.getMessage());
    }
  }

  /** Called when it is told here; of those of other servers one hears through the database. */
  void showOnDesks(@Observes Notice notice) {
    var audience = notice.audience();
    room.notice(
        new NoticeBoard.Told(
            notice.id(),
            notice.text(),
            notice.by(),
            notice.made(),
            audience.store(),
            audience.channel(),
            audience.state()));
  }

  /** Where there are others: this server knows what it asked itself. */
  private void askWhatWasLeft(IntSupplier sweep) {
    try {
      if (stage == Stage.OPEN && !cluster.isAlone() && questions.isMine()) {
        var asked = sweep.getAsInt();
        if (asked > 0) {
          LOG.info("{} questions that another server left were asked anew", asked);
        }
      }
    } catch (RuntimeException e) {
      LOG.warn("Nobody looked for questions that were left: {}", e.getMessage());
    }
  }

  private void storeReceipts() {
    try {
      watermarks.flush();
    } catch (RuntimeException e) {
      LOG.warn("Receipts wait to be stored: {}", e.getMessage());
    }
  }

  /** Threads of our own: the server's executors take no more work of an application that stops. */
  void sayGoodBye() {
    if (goodBye.getAndSet(true)) {
      return;
    }
    stage = Stage.LEAVING;
    admission.close();
    handOver();
    var connections = heartbeat.connections();
    LOG.info("Hotdesk closes; {} connections are told to come back", connections.size());
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    connections.forEach(
        connection -> threads.execute(() -> connection.leave(Admission.scattered(SOON))));
    threads.shutdown();
    try {
      if (!threads.awaitTermination(GOOD_BYE, TimeUnit.SECONDS)) {
        LOG.warn("Some connections did not hear the good-bye");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Called once somebody wants this server to be empty. */
  private void drain() {
    stage = Stage.DRAINING;
    longPoll.sendAllHome();
    handOver();
  }

  /** Called once nobody wants it to be empty any more. */
  private void goOn() {
    if (stage != Stage.DRAINING) {
      return;
    }
    cluster.rejoin();
    stage = opened ? Stage.OPEN : Stage.STARTING;
    if (!opened) {
      new Opening(timer, this::recoverOnceConverged).plan();
    }
  }

  /** The others take over what this server alone did, at once. */
  private void handOver() {
    try {
      cluster.resign();
    } catch (RuntimeException e) {
      LOG.warn("The others take over a little later: {}", e.getMessage());
    }
  }

  void loggedOut(@Observes LoggedOut event) {
    room.loggedOut(event.login());
  }

  /** In a moment: the browser that changed it has its new cookie then, and comes back with it. */
  void passwordChanged(@Observes PasswordChanged event) {
    timer.schedule(() -> room.dismiss(event.login()), 2, TimeUnit.SECONDS);
  }

  /** Says good-bye to everybody, finishes what was begun, and stores what is waiting. Once. */
  void leave() {
    sayGoodBye();
    functions.close();
    plugins.close();
    storeReceipts();
    journal.close();
    cluster.close();
  }
}
