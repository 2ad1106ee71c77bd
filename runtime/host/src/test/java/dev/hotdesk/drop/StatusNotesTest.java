package dev.hotdesk.drop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.drop.DropStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusNotesTest {

  @TempDir Path folder;

  private static DropStatus status(State state, String reason) {
    return new DropStatus(
        "a.jar", "hello", "1.0.0", "ab", state, reason, Instant.EPOCH, 3, List.of());
  }

  @Test
  void a_note_is_a_json_object_whatever_the_reason_says() throws IOException {
    new StatusNotes(folder).tell(List.of(status(State.REJECTED, "a \"b\" \\ c\n\u0007 你好")));

    assertThat(folder.resolve("a.jar.status.json"))
        .content()
        .contains("\"reason\": \"a \\\"b\\\" \\\\ c\\n\\u0007 你好\"", "\"generation\": 3");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void only_news_is_told() {
    var notes = new StatusNotes(folder);

    assertThat(notes.tell(List.of(status(State.LOADING, "")))).hasSize(1);
    assertThat(notes.tell(List.of(status(State.LOADING, "")))).isEmpty();
    assertThat(notes.tell(List.of(status(State.LIVE, "")))).hasSize(1);
  }

  @Test
  void a_file_that_went_is_told_of_once_more_in_its_note() {
    var notes = new StatusNotes(folder);
    notes.tell(List.of(status(State.LIVE, "")));
    notes.tell(List.of());

    assertThat(notes.latest()).isEmpty();
    assertThat(folder.resolve("a.jar.status.json")).content().contains("REMOVED");
  }

  @Test
  void notes_of_files_that_went_unwatched_are_cleared_away() {
    new StatusNotes(folder).tell(List.of(status(State.LIVE, "")));
    new StatusNotes(folder).forgetGone();

    assertThat(folder).isEmptyDirectory();
  }
}
