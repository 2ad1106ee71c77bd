package dev.hotdesk.server.assembly;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.delivery.OutboxRelay;
import dev.hotdesk.server.attachment.Attachments;
import dev.hotdesk.server.stream.Hub;
import dev.hotdesk.server.watch.Crews;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done about messages on their way from time to time. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // the container does
public class DeliveryCourse {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryCourse.class);
  private static final int OPENING = 2600;

  @Inject Attachments attachments;
  @Inject OutboxRelay relay;
  @Inject Hub hub;

  private ScheduledExecutorService timer;

  @Inject
  void lend(Crews crews) {
    timer = crews.timer("delivery");
  }

  void open(@Observes @Priority(OPENING) Startup starting) {
    hub.watch(
        new Hub.Watcher() {
          @Override
          public void committed(Conversation now, List<Logged> entries) {
            if (Pushed.isPushed(now.channel())) {
              relay.wake();
            }
          }

          @Override
          public void customerTypes(String conversation, boolean on) {}
        });
    timer.scheduleWithFixedDelay(relay::wake, 5, 1, TimeUnit.SECONDS);
    timer.scheduleWithFixedDelay(this::sweepAttachments, 60, 600, TimeUnit.SECONDS);
  }

  /** A task that throws is never run again, so nothing may escape. */
  private void sweepAttachments() {
    try {
      attachments.sweep();
    } catch (RuntimeException e) {
      LOG.warn("Unused attachments were not swept this time: {}", e.getMessage());
    }
  }
}
