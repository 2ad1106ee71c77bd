package dev.hotdesk.server.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import dev.hotdesk.learning.Broken;
import dev.hotdesk.learning.Lesson;
import dev.hotdesk.routing.Labelled;
import dev.hotdesk.server.sql.Sql;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database must do for what is taught. */
abstract class LearnedTableContract {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private final AtomicInteger changes = new AtomicInteger();
  private LearnedTable table;

  abstract DataSource database();

  @BeforeEach
  void lay() {
    var sql = new Sql(database(), LearningUnavailableException::new);
    sql.update("delete from learned_example");
    sql.update("delete from learned_version");
    table =
        new LearnedTable(database(), Clock.fixed(NOW, ZoneOffset.UTC), changes::incrementAndGet);
  }

  @Test
  void what_is_taught_waits_without_what_tells_who_the_customer_is() {
    var version = teach("ring me on 07700 900123, where is it", "order.status", 4);

    assertThat(table.read().active()).isEmpty();
    assertThat(table.read().pending())
        .extracting(Lesson::sentence)
        .containsExactly(sentence("ring me on [phone], where is it", "order.status"));
    assertThat(table.before(Long.MAX_VALUE))
        .extracting(
            LearnedExample::kind,
            LearnedExample::who,
            LearnedExample::made,
            LearnedExample::conversation,
            LearnedExample::sequence,
            LearnedExample::version)
        .containsExactly(tuple("correction", "amy", NOW, "web.abc", 4L, version.orElseThrow()));
    assertThat(changes).hasValue(1);
  }

  @Test
  void what_passed_counts_until_it_is_undone() {
    teach("money back", "refund.status", 1);
    table.passed(table.read().pending());
    assertThat(table.read().pending()).isEmpty();
    var lesson = table.read().active().getFirst();

    assertThat(table.undo(lesson.id(), "sue")).isPresent();
    assertThat(table.read().active()).isEmpty();
    assertThat(table.before(Long.MAX_VALUE))
        .extracting(LearnedExample::standing)
        .containsExactly("undone");
    assertThat(table.undo(lesson.id(), "sue")).isEmpty();
    assertThat(table.versions())
        .extracting(LearnedVersion::what, LearnedVersion::who)
        .containsExactly(tuple("undo", "sue"), tuple("teach", "amy"));
  }

  @Test
  void the_same_is_not_taught_twice_and_a_second_correction_replaces_the_first() {
    assertThat(teach("money back", "refund.status", 1)).isPresent();
    assertThat(teach("money back", "refund.status", 1)).isEmpty();
    assertThat(teach("money back", "refund.policy", 1)).isPresent();

    assertThat(table.read().pending())
        .extracting(Lesson::sentence)
        .containsExactly(sentence("money back", "refund.policy"));
  }

  @Test
  void what_is_refused_is_kept_with_what_it_breaks_and_tried_again_when_somebody_says_so() {
    teach("where is it", "refund.status", 1);
    var lesson = table.read().pending().getFirst();
    table.refused(lesson, List.of(new Broken("agent-orders", "where is it", "order.status", "")));
    assertThat(table.read().pending()).isEmpty();
    var kept = table.before(Long.MAX_VALUE).getFirst();
    assertThat(kept.standing()).isEqualTo("refused");
    assertThat(kept.broken()).contains("agent-orders").contains("order.status");

    assertThat(table.retry(lesson.id(), "sue")).isPresent();
    assertThat(table.read().pending()).containsExactly(lesson);
    assertThat(table.retry(lesson.id(), "sue")).isEmpty();
  }

  @Test
  void every_version_can_be_gone_back_to_and_forth() {
    long first = teach("one", "a.b", 1).orElseThrow();
    long second = teach("two", "a.b", 2).orElseThrow();
    table.passed(table.read().pending());
    long third = table.undo(table.read().active().getFirst().id(), "sue").orElseThrow();
    assertThat(texts()).containsExactly("two");

    table.back(first, "sue");
    assertThat(texts()).containsExactly("one");
    table.back(second, "sue");
    assertThat(texts()).containsExactlyInAnyOrder("one", "two");
    table.back(third, "sue");
    assertThat(texts()).containsExactly("two");
    assertThat(table.back(Long.MAX_VALUE, "sue")).isEmpty();
    table.back(0, "sue");
    assertThat(texts()).isEmpty();
  }

  @Test
  void what_was_said_in_a_conversation_goes_with_it() {
    teach("money back", "refund.status", 1);
    teach("where is it", "order.status", 2);
    table.teach(new Taught(Taught.Kind.NAMED, sentence("hello", "greeting"), "", 0, "sue"));
    var words = new LearnedWords(changes::incrementAndGet);
    int before = changes.get();

    var gone =
        new Sql(database(), LearningUnavailableException::new)
            .inTransaction(connection -> words.forget(connection, "web.abc"));
    words.afterwards();
    words.afterwards();

    assertThat(gone).isEqualTo(2);
    assertThat(changes).hasValue(before + 1);
    assertThat(texts()).containsExactly("hello");
  }

  private List<String> texts() {
    var syllabus = table.read();
    return Stream.concat(syllabus.active().stream(), syllabus.pending().stream())
        .map(it -> it.sentence().text())
        .toList();
  }

  private Optional<Long> teach(String text, String intent, long sequence) {
    return table.teach(
        new Taught(Taught.Kind.CORRECTION, sentence(text, intent), "web.abc", sequence, "amy"));
  }

  private static Labelled sentence(String text, String intent) {
    return new Labelled(Language.EN, new Intent(intent), text);
  }
}
