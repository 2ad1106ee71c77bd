package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.client.RefusedException;
import dev.hotdesk.bench.client.Staff;
import dev.hotdesk.bench.site.Site;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an admin sees of the process itself. */
@ExtendWith(OpenHouse.class)
class WatchIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final Site site;
  private final Staff admin;

  WatchIT(Site site) {
    this.site = site;
    this.admin = Staff.login(site.web(), "admin", "admin-demo");
  }

  @Test
  void every_thread_has_an_owner_and_what_is_held_is_counted() {
    try (var customer = CustomerClient.connect(site.web(), site.shopOrigin(), "en")) {
      customer.ask("where is order 20261123-88", SOON);

      var now = admin.get("/api/admin/threads");

      assertThat(now.parts("groups").map(it -> it.text("owner")))
          .contains("journal", "server", "java", "plugin host");
      assertThat(now.parts("held").map(it -> it.text("what")))
          .containsExactly("sockets", "listeners", "lanes", "leases", "timers");
      assertThat(held(now, "sockets").number("held")).isPositive();
      assertThat(held(now, "lanes").number("held")).isPositive();
    }
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              var later = admin.get("/api/admin/threads");
              assertThat(later.parts("ownerless").map(Frame::toString)).isEmpty();
              assertThat(later.parts("held").filter(it -> it.number("ownerless") > 0)).isEmpty();
            });
  }

  private static Frame held(Frame now, String what) {
    return now.parts("held").filter(it -> it.text("what").equals(what)).findFirst().orElseThrow();
  }

  @Test
  void a_flight_recording_is_made_and_downloaded_and_on_record() {
    var begun = admin.post("/api/admin/recordings", Frame.body("seconds", 120));
    var file = "/api/admin/recordings/" + begun.text("id");
    assertThat(site.web().get(file, admin.headers()).status()).isEqualTo(409);
    assertThatThrownBy(() -> admin.post("/api/admin/recordings", Frame.body()))
        .isInstanceOfSatisfying(
            RefusedException.class, it -> assertThat(it.code()).isEqualTo("409"));

    site.web().send("DELETE", file, "", admin.headers()).orThrow();

    await().atMost(SOON).until(() -> site.web().get(file, admin.headers()).status() == 200);
    assertThat(site.web().get(file, admin.headers()).body()).startsWith("FLR");
    assertThat(admin.get("/api/admin/audit").parts("entries").map(it -> it.text("what")))
        .contains("recording.begin", "recording.end", "recording.download");
    assertThat(site.web().get("/api/admin/recordings/r1-1", admin.headers()).status())
        .isEqualTo(404);
    assertThatThrownBy(() -> admin.post("/api/admin/recordings", Frame.body("seconds", 3600)))
        .hasMessageContaining("600");
  }

  @Test
  void who_is_no_admin_sees_nothing_of_it() {
    var amy = Staff.login(site.web(), "amy", "amy-demo");

    for (var path : new String[] {"/api/admin/threads", "/api/admin/recordings"}) {
      assertThat(site.web().get(path, amy.headers()).status()).isEqualTo(403);
    }
  }
}
