package dev.hotdesk.server.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.api.Attachment;
import dev.hotdesk.api.Author;
import dev.hotdesk.api.Stamp;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.delivery.Side;
import dev.hotdesk.function.LogSubscribers;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.server.sql.Sql;
import dev.hotdesk.server.store.JpaJournal;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.Session;
import dev.hotdesk.session.State;
import dev.hotdesk.session.Times;
import jakarta.persistence.Persistence;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is promised about files, whatever the database. */
@SuppressWarnings("NullAway.Init")
abstract class AttachmentsContract {

  private static final byte[] PICTURE = picture(640, 480, "png");
  private static final byte[] HTML =
      "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);

  private final String id = "web." + UUID.randomUUID();

  @TempDir Path folder;

  abstract DataSource database();

  @BeforeEach
  void empty() {
    new Sql(database(), IllegalStateException::new).update("delete from attachment");
  }

  @Test
  void gives_back_what_was_taken_and_a_small_picture_of_it() throws IOException {
    var taken = take("C:\\photos\\..\\..\\蓝\u202Egnp.png", "image/png", PICTURE);

    assertThat(taken.name()).isEqualTo("蓝gnp.png");
    assertThat(taken.type()).isEqualTo("image/png");
    assertThat(taken.size()).isEqualTo(PICTURE.length);
    assertThat(List.of(taken.width(), taken.height())).containsExactly(640, 480);
    assertThat(bytes(attachments().open(id, taken.id(), false, false))).isEqualTo(PICTURE);
    var small =
        ImageIO.read(
            new ByteArrayInputStream(bytes(attachments().open(id, taken.id(), true, false))));
    assertThat(List.of(small.getWidth(), small.getHeight())).containsExactly(320, 240);
    assertThat(attachments().of(id, Side.CUSTOMER, List.of(taken.id()))).containsExactly(taken);
  }

  @Test
  void takes_papers_that_are_no_pictures() throws IOException {
    var note =
        take("note.txt", "text/plain; charset=utf-8", "还有货吗?".getBytes(StandardCharsets.UTF_8));

    assertThat(note.type()).isEqualTo("text/plain");
    assertThat(note.isImage()).isFalse();
    assertThatThrownBy(() -> attachments().open(id, note.id(), true, false))
        .isInstanceOf(RefusedFileException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "photo.png,  image/png,                exe,       but its bytes are application/x-",
    "photo.png,  '',                       html,      but its bytes are text/html",
    "photo.jpg,  image/png,                png,       called what would be image/jpeg",
    "photo.png,  image/jpeg,               png,       is sent as image/jpeg",
    "page.html,  text/html,                html,      is text/html, which is not taken here",
    "image.svg,  image/svg+xml,            svg,       'is image/svg+xml, which is not taken here'",
    "photo.png,  image/png,                truncated, cannot be read as such",
    "photo.png,  image/png,                bomb,      has 50000 x 50000 pixels",
    "photo.png,  image/png,                long,      has more than",
    "photo.png,  image/png,                empty,     is empty",
  })
  void refuses_what_lies_or_may_not_be_here_and_keeps_nothing_of_it(
      String name, String declared, String content, String sentence) throws IOException {
    assertThatThrownBy(() -> take(name, declared, content(content)))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageContaining(sentence);

    try (var left = Files.walk(folder)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void is_for_its_own_conversation_and_side_only() throws IOException {
    var taken = take("photo.png", "image/png", PICTURE);

    assertThatThrownBy(() -> attachments().open("web.other", taken.id(), false, true))
        .hasMessageContaining("There is no file");
    assertThatThrownBy(() -> attachments().of("web.other", Side.CUSTOMER, List.of(taken.id())))
        .isInstanceOf(RefusedFileException.class);
    assertThatThrownBy(() -> attachments().of(id, Side.OPERATOR, List.of(taken.id())))
        .isInstanceOf(RefusedFileException.class);
    assertThatThrownBy(() -> attachments().of(id, Side.CUSTOMER, List.of("nonsense")))
        .isInstanceOf(RefusedFileException.class);
  }

  @Test
  void sweeps_what_no_message_uses_after_a_day_and_spares_the_rest() throws IOException {
    var used = take("used.png", "image/png", PICTURE);
    var unused = take("unused.png", "image/png", PICTURE);
    journal(said(used));
    Files.writeString(folder.resolve("uploads/half.part"), "half");
    Files.setLastModifiedTime(
        folder.resolve("uploads/half.part"),
        java.nio.file.attribute.FileTime.from(Instant.now().minus(Duration.ofDays(2))));

    assertThat(attachments().sweep()).isZero();
    assertThat(in(Duration.ofHours(25)).sweep()).isOne();

    assertThat(bytes(attachments().open(id, used.id(), false, false))).isEqualTo(PICTURE);
    assertThatThrownBy(() -> attachments().open(id, unused.id(), false, true))
        .isInstanceOf(RefusedFileException.class);
    try (var left = Files.walk(folder)) {
      assertThat(left.filter(Files::isRegularFile)).hasSize(2);
    }
  }

  @Test
  void begins_no_message_with_what_is_about_to_be_swept() throws IOException {
    var taken = take("photo.png", "image/png", PICTURE);

    assertThatThrownBy(
            () -> in(Duration.ofMinutes(23 * 60 + 30)).of(id, Side.CUSTOMER, List.of(taken.id())))
        .isInstanceOf(RefusedFileException.class);
  }

  @Test
  void forgets_what_a_server_that_died_had_begun() throws IOException {
    var dying =
        new Attachments(
            database(),
            new Blobs() {
              @Override
              public void put(String key, Path file) throws IOException {
                throw new IOException("killed");
              }

              @Override
              public InputStream open(String key) {
                return InputStream.nullInputStream();
              }

              @Override
              public void delete(String key) {}
            },
            folder.resolve("uploads"),
            AttachmentLimits.DEFAULT,
            Clock.systemUTC());

    assertThatThrownBy(
            () -> dying.take(id, Side.CUSTOMER, "a.png", "", new ByteArrayInputStream(PICTURE)))
        .hasMessage("killed");

    assertThat(in(Duration.ofHours(25)).sweep()).isOne();
  }

  @Test
  void hands_what_was_taken_back_to_supervisors_only() throws IOException {
    var taken = take("photo.png", "image/png", PICTURE);
    journal(said(taken), new Entry.Recalled(1, "amy"));

    assertThatThrownBy(() -> attachments().open(id, taken.id(), false, false))
        .isInstanceOf(RefusedFileException.class);
    assertThat(bytes(attachments().open(id, taken.id(), false, true))).isEqualTo(PICTURE);
  }

  @Test
  void takes_only_so_many_that_no_message_uses() throws IOException {
    for (int i = 0; i < 3; i++) {
      few().take(id, Side.CUSTOMER, "a.txt", "", new ByteArrayInputStream(new byte[] {'a'}));
    }

    assertThatThrownBy(
            () ->
                few()
                    .take(
                        id, Side.CUSTOMER, "a.txt", "", new ByteArrayInputStream(new byte[] {'a'})))
        .hasMessageContaining("There are 3 files");
  }

  private Attachment take(String name, String declared, byte[] bytes) throws IOException {
    return attachments().take(id, Side.CUSTOMER, name, declared, new ByteArrayInputStream(bytes));
  }

  private Attachments attachments() {
    return in(Duration.ZERO);
  }

  /** The same house, later. */
  private Attachments in(Duration later) {
    return attachments(AttachmentLimits.DEFAULT, later);
  }

  private Attachments few() {
    return attachments(
        new AttachmentLimits(100, Set.of("text/plain"), 100, 3, Duration.ofDays(1)), Duration.ZERO);
  }

  private Attachments attachments(AttachmentLimits limits, Duration later) {
    return new Attachments(
        database(),
        new DiskBlobs(folder.resolve("blobs")),
        folder.resolve("uploads"),
        limits,
        Clock.offset(Clock.systemUTC(), later));
  }

  private static Entry said(Attachment attachment) {
    return new Entry.Said(Author.CUSTOMER, "", "", "c-1", List.of(attachment), Stamp.NONE);
  }

  /** Appends these one after another. */
  private void journal(Entry... entries) {
    try (var factory =
            Persistence.createEntityManagerFactory(
                "hotdesk", Map.of("jakarta.persistence.nonJtaDataSource", database()));
        var journal =
            new JpaJournal(
                factory,
                work -> Thread.ofVirtual().start(work),
                (_, _) -> {},
                LogSubscribers.NONE)) {
      long last = 0;
      for (var entry : entries) {
        var session = new Session(1, new State.Closed(), 1, last + 1, Times.begin(Instant.EPOCH));
        journal.append(
            new Conversation(id, Instant.EPOCH, Instant.EPOCH, session, Dialogue.NONE, "", ""),
            last++,
            List.of(entry));
      }
    }
  }

  private static byte[] bytes(Attachments.Content content) throws IOException {
    try (var in = content.bytes()) {
      return in.readAllBytes();
    }
  }

  private static byte[] content(String word) {
    return switch (word) {
      case "exe" -> {
        var program = new byte[400];
        program[0] = 'M';
        program[1] = 'Z';
        yield program;
      }
      case "html" -> HTML;
      case "svg" ->
          "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"
              .getBytes(StandardCharsets.UTF_8);
      case "png" -> PICTURE;
      case "truncated" -> Arrays.copyOf(PICTURE, 200);
      case "bomb" -> {
        // The width and the height lie at 16 and 20, and their sum of bits at 29.
        var bomb = PICTURE.clone();
        var sum = new java.util.zip.CRC32();
        var size = new byte[] {0, 0, (byte) (50_000 >> 8), (byte) 50_000};
        System.arraycopy(size, 0, bomb, 16, 4);
        System.arraycopy(size, 0, bomb, 20, 4);
        sum.update(bomb, 12, 17);
        java.nio.ByteBuffer.wrap(bomb).putInt(29, (int) sum.getValue());
        yield bomb;
      }
      case "long" -> Arrays.copyOf(PICTURE, (int) AttachmentLimits.DEFAULT.bytes() + 1);
      default -> new byte[0];
    };
  }

  private static byte[] picture(int width, int height, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
      for (int i = 0; i < 400; i++) {
        image.setRGB(i, i, i * 7_919);
      }
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
