package dev.hotdesk.server.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import jdk.jfr.EventType;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {

  @TempDir Path folder;

  private Recordings recordings() {
    opened = new Recordings(folder, Clock.systemUTC());
    return opened;
  }

  private Recordings opened = new Recordings(Path.of("."), Clock.systemUTC());

  @AfterEach
  void close() {
    opened.close();
  }

  private static void awaitEnd(Recordings recordings, String id) {
    await().atMost(Duration.ofSeconds(60)).until(() -> recordings.file(id).isPresent());
  }

  @Test
  void a_recording_ends_by_itself_and_can_be_read() throws IOException {
    var recordings = recordings();

    var begun = recordings.begin(Duration.ofSeconds(1)).orElseThrow();

    assertThat(begun.running()).isTrue();
    awaitEnd(recordings, begun.id());
    assertThat(recordings.find(begun.id()).orElseThrow().bytes()).isPositive();
    assertThat(RecordingFile.readAllEvents(recordings.file(begun.id()).orElseThrow())).isNotEmpty();
  }

  @Test
  void holds_no_variables_properties_command_lines_and_messages() throws IOException {
    var secret = "a-secret-" + System.nanoTime();
    System.setProperty("hotdesk.test.secret", secret);
    var recordings = recordings();
    var begun = recordings.begin(Duration.ofMinutes(1)).orElseThrow();
    try {
      throw new IllegalStateException(secret);
    } catch (IllegalStateException _) {
      recordings.end(begun.id());
    } finally {
      System.clearProperty("hotdesk.test.secret");
    }
    awaitEnd(recordings, begun.id());
    var file = recordings.file(begun.id()).orElseThrow();

    assertThat(RecordingFile.readAllEvents(file))
        .extracting(event -> event.getEventType().getName())
        .allMatch(RecordedEvents::isRecorded);
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .doesNotContain(secret);
  }

  @Test
  void every_event_on_the_list_exists_in_this_java() {
    var known =
        jdk.jfr.FlightRecorder.getFlightRecorder().getEventTypes().stream()
            .map(EventType::getName)
            .toList();

    assertThat(RecordedEvents.settings().keySet())
        .extracting(key -> key.substring(0, key.indexOf('#')))
        .allMatch(known::contains);
  }

  @Test
  void there_is_one_at_a_time() {
    var recordings = recordings();
    var first = recordings.begin(Duration.ofMinutes(1)).orElseThrow();

    assertThat(recordings.begin(Duration.ofMinutes(1))).isEmpty();
    assertThat(recordings.file(first.id())).isEmpty();
    assertThat(recordings.end(first.id())).isTrue();
    awaitEnd(recordings, first.id());
    assertThat(recordings.begin(Duration.ofMinutes(1))).isPresent();
    assertThat(recordings.end("r1-1")).isFalse();
  }

  @Test
  void one_that_has_ended_can_be_deleted_and_one_that_runs_cannot() throws IOException {
    var recordings = recordings();
    var begun = recordings.begin(Duration.ofMinutes(1)).orElseThrow();

    assertThat(recordings.delete(begun.id())).isFalse();
    recordings.end(begun.id());
    awaitEnd(recordings, begun.id());
    assertThat(recordings.end(begun.id())).isFalse();
    assertThat(recordings.delete(begun.id())).isTrue();

    assertThat(recordings.all()).isEmpty();
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void the_last_three_are_kept_and_what_an_earlier_process_left_is_not() throws IOException {
    Files.writeString(folder.resolve("r1-1.jfr"), "of before");
    var recordings = recordings();
    for (int i = 0; i < 4; i++) {
      var begun = recordings.begin(Duration.ofMinutes(1)).orElseThrow();
      recordings.end(begun.id());
      awaitEnd(recordings, begun.id());
    }

    assertThat(recordings.all()).hasSize(Recordings.MOST_KEPT);
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(Recordings.MOST_KEPT);
    }
  }

  @Test
  void too_short_and_too_long_ones_are_refused() {
    var recordings = recordings();

    assertThatThrownBy(() -> recordings.begin(Duration.ZERO)).hasMessageContaining("1 to 600");
    assertThatThrownBy(() -> recordings.begin(Duration.ofHours(1)))
        .hasMessageContaining("not 3600");
  }
}
