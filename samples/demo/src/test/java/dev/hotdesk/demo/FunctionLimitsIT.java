package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.bench.client.Web;
import dev.hotdesk.bench.site.Drop;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What callers are told of functions that are slow, broken, or asked too much. */
@ExtendWith(OpenHouse.class)
class FunctionLimitsIT {

  /** What the admin of {@link OpenHouse} wants of the plugin, whatever its manifest asks for. */
  static final String ADMINS_POLICY = "deadline=2s; concurrency=1; queue=1; breaker=50%/4/2s";

  private static final String MANIFESTS_POLICY =
      "deadline=25s; concurrency=32; queue=100; breaker=100%/1000/1h";
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String SLEEP =
      "try { Thread.sleep(%d); } catch (InterruptedException e) { throw new"
          + " IllegalStateException(e); } return Outcome.done();";
  private static final Map<String, String> MOODY =
      Map.of(
          "Late", TinyFunctions.get("late", SLEEP.formatted(20_000)),
          "Slow", TinyFunctions.get("slow", SLEEP.formatted(500)),
          "Moody",
              TinyFunctions.get(
                  "moody",
                  """
                  if (((Invocation.Cause.Request) invocation.cause()).query().containsKey("bad")) {
                    throw new IllegalStateException("in a bad mood");
                  }
                  return Outcome.answer(200, "text/plain", "fine");
                  """),
          "Count",
              TinyFunctions.get(
                  "count", "return Outcome.answer(200, \"text/plain\", \"\" + Moody.runs);"));

  private final Site site;

  @TempDir Path folder;
  private Drop drop;

  FunctionLimitsIT(Site site) {
    this.site = site;
  }

  @BeforeEach
  void drop() throws IOException, InterruptedException {
    var manifest = Map.of("Hotdesk-Permissions", "http", "Hotdesk-Policy", MANIFESTS_POLICY);
    drop = new TinyFunctions("tiny-moody", "1.0.0", manifest, MOODY).drop(site, folder);
    drop.awaitLive(SOON);
  }

  @AfterEach
  void remove() throws IOException, InterruptedException {
    drop.remove();
    drop.awaitState("REMOVED", SOON);
  }

  @Test
  void one_that_misses_the_admins_deadline_is_too_late() {
    var answer = get("late");

    assertThat(answer.status()).isEqualTo(504);
    assertThat(answer.headers().get("Content-Type")).contains("application/problem+json");
  }

  @Test
  void one_with_more_to_do_than_the_admin_lets_wait_says_when_to_come_again() {
    var refused =
        await()
            .atMost(SOON)
            .until(
                () -> together(8, "slow").stream().filter(it -> it.status() == 503).toList(),
                it -> !it.isEmpty());

    assertThat(refused)
        .allSatisfy(it -> assertThat(it.headers()).containsEntry("Retry-After", "1"));
    await().atMost(SOON).until(() -> get("slow").status() == 204);
  }

  @Test
  void one_that_keeps_failing_is_left_alone_until_it_is_well() {
    var statuses = new ArrayList<Integer>();
    await()
        .atMost(SOON)
        .until(
            () -> {
              int before = runs();
              var answer = get("moody?bad=1");
              statuses.add(answer.status());
              assertThat(runs() - before).isEqualTo(answer.status() == 503 ? 0 : 1);
              return answer.status() == 503
                  && "2".equals(answer.headers().getOrDefault("Retry-After", ""));
            });
    assertThat(statuses.subList(0, 4)).containsOnly(500);
    assertThat(statuses.subList(4, statuses.size())).containsOnly(503);
    assertThat(get("count").status()).as("another function of the same plugin").isEqualTo(200);

    await().atMost(SOON).until(() -> get("moody").status() == 200);
    for (int i = 0; i < 5; i++) {
      assertThat(get("moody").status()).isEqualTo(200);
    }
    assertThat(get("moody?bad=1").status()).isEqualTo(500);
  }

  @Test
  void an_address_that_asks_too_often_is_sent_away_and_others_are_not() {
    var answer =
        await()
            .pollInterval(Duration.ofMillis(1))
            .atMost(Duration.ofMinutes(1))
            .until(() -> count("203.0.113.77"), it -> it.status() != 200);

    assertThat(answer.status()).isEqualTo(429);
    assertThat(Integer.parseInt(answer.headers().get("Retry-After"))).isBetween(1, 61);
    assertThat(count("203.0.113.78").status()).isEqualTo(200);
  }

  private Web.Answer count(String address) {
    return site.web().get("/api/plugins/tiny-moody/count", Map.of("X-Forwarded-For", address));
  }

  private int runs() {
    return Integer.parseInt(get("count").body());
  }

  private List<Web.Answer> together(int many, String path)
      throws InterruptedException, ExecutionException {
    var asked = new ArrayList<Future<Web.Answer>>();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < many; i++) {
        asked.add(callers.submit(() -> get(path)));
      }
    }
    var answers = new ArrayList<Web.Answer>();
    for (var each : asked) {
      answers.add(each.get());
    }
    return answers;
  }

  private Web.Answer get(String path) {
    return site.web().get("/api/plugins/tiny-moody/" + path, Map.of());
  }
}
