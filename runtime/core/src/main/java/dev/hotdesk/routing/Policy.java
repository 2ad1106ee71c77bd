package dev.hotdesk.routing;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How much a plugin may do at a time and what happens when it fails: what its manifest asks for in
 * {@code Hotdesk-Policy}, over which an admin's own settings may be laid.
 *
 * @param deadline how long one call may take
 * @param concurrency calls at a time
 * @param queue calls waiting for their turn
 * @param retries how often a failed delivery is tried again before it becomes a dead letter
 * @param backoff the pause before the first of them; each further one is longer
 * @param breaker when the runtime stops calling it for a while
 * @param idle after how long without a call its heavy state is dropped
 */
public record Policy(
    Duration deadline,
    int concurrency,
    int queue,
    int retries,
    Duration backoff,
    Breaker breaker,
    Duration idle) {

  /** Where a manifest has it. */
  public static final String ATTRIBUTE = "Hotdesk-Policy";

  /** What holds for what a manifest does not say. */
  public static final Policy DEFAULT =
      new Policy(
          Duration.ofSeconds(3),
          16,
          64,
          3,
          Duration.ofSeconds(1),
          new Breaker(50, 20, Duration.ofSeconds(30)),
          Duration.ofMinutes(10));

  /**
   * When the runtime stops calling a plugin that fails too often.
   *
   * @param failurePercent at this share of failures
   * @param sample among at least so many calls
   * @param open how long it is left alone
   */
  public record Breaker(int failurePercent, int sample, Duration open) {

    private static final Pattern FORM =
        Pattern.compile("(\\d{1,3})\\s*%\\s*/\\s*(\\d{1,9})\\s*/\\s*(\\S+)");

    /** Checks the bounds. */
    public Breaker {
      Bounded.check("breaker", failurePercent, 1, 100);
      Bounded.check("breaker", sample, 1, 10_000);
      Bounded.check("breaker", open, Duration.ofMillis(100), Duration.ofHours(1));
    }

    static Breaker parse(String text) {
      var form = FORM.matcher(text);
      if (!form.matches()) {
        throw new IllegalArgumentException(
            "breaker=%s; wanted percent/sample/pause such as 50%%/20/30s".formatted(text));
      }
      return new Breaker(
          Bounded.number("breaker", form.group(1)),
          Bounded.number("breaker", form.group(2)),
          Bounded.time("breaker", form.group(3)));
    }

    @Override
    public String toString() {
      return failurePercent + "%/" + sample + "/" + Bounded.text(open);
    }
  }

  /** Checks the bounds. */
  public Policy {
    Bounded.check("deadline", deadline, Duration.ofMillis(10), Duration.ofMinutes(5));
    Bounded.check("concurrency", concurrency, 1, 256);
    Bounded.check("queue", queue, 1, 10_000);
    Bounded.check("retries", retries, 0, 20);
    Bounded.check("backoff", backoff, Duration.ofMillis(10), Duration.ofHours(1));
    Bounded.check("idle", idle, Duration.ofSeconds(1), Duration.ofDays(1));
  }

  /**
   * Reads {@code key=value; key=value}.
   *
   * @param defaults what holds for the keys that are absent
   * @throws IllegalArgumentException that names what is wrong and what was wanted
   */
  public static Policy parse(String text, Policy defaults) {
    var policy = defaults;
    Set<String> seen = new TreeSet<>();
    for (var part : text.split(";", -1)) {
      if (!part.isBlank()) {
        var pair = part.split("=", 2);
        var key = pair[0].strip();
        if (pair.length < 2 || !seen.add(key)) {
          throw new IllegalArgumentException(
              "%s; wanted key=value once for each key, such as deadline=2s; queue=32"
                  .formatted(part.strip()));
        }
        policy = policy.with(key, pair[1].strip());
      }
    }
    return policy;
  }

  private Policy with(String key, String value) {
    return switch (key) {
      case "deadline" ->
          new Policy(Bounded.time(key, value), concurrency, queue, retries, backoff, breaker, idle);
      case "concurrency" ->
          new Policy(deadline, Bounded.number(key, value), queue, retries, backoff, breaker, idle);
      case "queue" ->
          new Policy(
              deadline, concurrency, Bounded.number(key, value), retries, backoff, breaker, idle);
      case "retries" ->
          new Policy(
              deadline, concurrency, queue, Bounded.number(key, value), backoff, breaker, idle);
      case "backoff" ->
          new Policy(
              deadline, concurrency, queue, retries, Bounded.time(key, value), breaker, idle);
      case "breaker" ->
          new Policy(deadline, concurrency, queue, retries, backoff, Breaker.parse(value), idle);
      case "idle" ->
          new Policy(
              deadline, concurrency, queue, retries, backoff, breaker, Bounded.time(key, value));
      default ->
          throw new IllegalArgumentException(
              key
                  + ", which this runtime does not know; wanted some of deadline, concurrency,"
                  + " queue, retries, backoff, breaker, idle");
    };
  }

  /** As the manifest writes it. */
  @Override
  public String toString() {
    return "deadline=%s; concurrency=%d; queue=%d; retries=%d; backoff=%s; breaker=%s; idle=%s"
        .formatted(
            Bounded.text(deadline),
            concurrency,
            queue,
            retries,
            Bounded.text(backoff),
            breaker,
            Bounded.text(idle));
  }
}
