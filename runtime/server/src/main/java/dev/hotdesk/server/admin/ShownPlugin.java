package dev.hotdesk.server.admin;

import dev.hotdesk.execution.PluginHealth;
import dev.hotdesk.generation.GenerationState;
import dev.hotdesk.generation.PluginStatus;
import dev.hotdesk.rollout.Rollout;
import dev.hotdesk.server.watch.Fares;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One generation of a plugin, as the console and the command line show it.
 *
 * @param plugin its id
 * @param version its version
 * @param generation its number
 * @param state how far it has come
 * @param share of the conversations that it serves, in percent
 * @param health {@code ok}, {@code stuck}, {@code overloaded} or {@code quarantined}
 * @param kinds what it brings
 * @param file from which it came
 * @param sha256 the first digits of the jar's hash
 * @param since when it came to its state
 * @param calls since it went live
 * @param faults among them
 * @param last_fault the latest of them
 * @param last_fault_said which sentence that is
 * @param errors calls that threw or gave nothing
 * @param timeouts calls that gave no answer in time
 * @param rejected calls that found it too busy or quarantined
 * @param stopped calls that had to be made to end
 * @param cpu_ms processor time of all its threads
 * @param allocated_bytes by all its threads, kept or not
 * @param recent_calls how many calls {@code p95_ms} is of: those of the last five minutes, at most
 *     512
 * @param p95_ms how long they took
 * @param busy threads at work
 * @param threads that may work at a time
 * @param queued calls that wait for a thread
 * @param stuck threads that ignore their deadline
 * @param description for people
 * @param provider who made it
 * @param note what to know about it
 * @param revoked whether its jar or its signer was revoked since it was loaded
 * @param asks what it asks for and who made it
 */
public record ShownPlugin(
    String plugin,
    String version,
    int generation,
    String state,
    int share,
    String health,
    List<String> kinds,
    String file,
    String sha256,
    Instant since,
    long calls,
    long faults,
    String last_fault,
    Said last_fault_said,
    long errors,
    long timeouts,
    long rejected,
    long stopped,
    long cpu_ms,
    long allocated_bytes,
    int recent_calls,
    double p95_ms,
    int busy,
    int threads,
    int queued,
    int stuck,
    String description,
    String provider,
    String note,
    boolean revoked,
    Report.Asks asks) {

  static ShownPlugin of(
      PluginStatus status, Optional<Rollout> rollout, Fares fares, boolean revoked, Tongue tongue) {
    var health = status.health();
    var fare = fares.of(status.id(), status.version());
    return new ShownPlugin(
        status.id(),
        status.version(),
        status.generation(),
        status.state().word(),
        share(status, rollout),
        word(health),
        status.kinds(),
        status.file(),
        status.sha256(),
        status.since(),
        health.calls(),
        health.faults(),
        tongue.tell(health.lastFault()),
        Said.of(health.lastFault()),
        health.errors(),
        health.timeouts(),
        health.rejected(),
        health.stopped(),
        health.cpu().toMillis(),
        health.allocated(),
        fare.calls(),
        Math.round(fare.p95Millis() * 10) / 10.0,
        health.busy(),
        health.threads(),
        health.queued(),
        health.stuck(),
        status.description(),
        status.provider(),
        tongue.tell(status.note().isEmpty() ? health.quarantine() : status.note()),
        revoked,
        Report.Asks.of(status.jar()));
  }

  /** While a candidate serves its share, what it would replace serves the rest. */
  private static int share(PluginStatus status, Optional<Rollout> rollout) {
    return switch (status.state()) {
      case GenerationState.Canary(var percent) -> percent;
      case GenerationState.Live _ ->
          rollout
              .filter(it -> it.members().stream().anyMatch(member -> isReplaced(member, status)))
              .map(it -> 100 - it.percent())
              .orElse(100);
      default -> 0;
    };
  }

  private static boolean isReplaced(Rollout.Member member, PluginStatus status) {
    return member.plugin().equals(status.id()) && member.from().equals(status.version());
  }

  private static String word(PluginHealth health) {
    if (!health.quarantine().isEmpty()) {
      return "quarantined";
    }
    return health.overloaded() ? "overloaded" : health.stuck() > 0 ? "stuck" : "ok";
  }
}
