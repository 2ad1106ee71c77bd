package dev.hotdesk.server.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.rollout.DesiredState;
import dev.hotdesk.rollout.DesiredStateUnavailableException;
import dev.hotdesk.rollout.Happening;
import dev.hotdesk.rollout.Rollout.Stage;
import dev.hotdesk.rollout.Wish;
import dev.hotdesk.server.store.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class SqlDesiredStateTest {

  private final DataSource database = database();
  private final DesiredState state = new SqlDesiredState(database, "one");

  private static DataSource database() {
    var database = new JdbcDataSource();
    database.setURL(
        "jdbc:h2:mem:versions"
            + System.nanoTime()
            + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
            + ";DEFAULT_NULL_ORDERING=HIGH");
    Schema.migrate(database);
    return database;
  }

  private static Wish.Jar jar(String version) {
    return new Wish.Jar("ab".repeat(32), version, "hello.jar");
  }

  private static Wish full() {
    return new Wish(
        false,
        Optional.of(jar("1.0.0")),
        Optional.of(jar("0.9.0")),
        Optional.of(
            new Wish.Candidate(
                jar("2.0.0"), "r1", Stage.CANARY, 20, Instant.parse("2026-11-23T10:00:00Z"), true)),
        Map.of(
            "cd".repeat(32),
            new Wish.Hold(
                Wish.Cause.QUARANTINED, "9 of its 40 calls failed; \"that\" was too much."),
            "ce".repeat(32),
            new Wish.Hold(Wish.Cause.ROLLED_BACK, "ann went back from it.")),
        Set.of("ef".repeat(32)));
  }

  @Test
  void what_is_wanted_comes_back_as_it_was_saved() {
    assertThat(state.load()).isEqualTo(new DesiredState.Revision(0, Map.of()));
    long revision = state.save(0, Map.of("hello", full(), "other", Wish.NONE));
    assertThat(state.load())
        .isEqualTo(
            new DesiredState.Revision(revision, Map.of("hello", full(), "other", Wish.NONE)));

    state.save(revision, Map.of("other", Wish.NONE));
    assertThat(new SqlDesiredState(database, "two").load().wishes()).containsOnlyKeys("other");
  }

  @Test
  void only_one_may_follow_on_a_revision() {
    long revision = state.save(0, Map.of());
    state.save(revision, Map.of("hello", Wish.NONE));

    assertThatThrownBy(() -> state.save(revision, Map.of()))
        .isInstanceOf(DesiredStateUnavailableException.class);
    assertThat(state.load().wishes()).containsOnlyKeys("hello");
  }

  @Test
  void the_latest_happenings_come_first() {
    var first = happening("LIVE", 1);
    var second = happening("rollback", 0);
    state.happened(List.of(first, second));
    assertThat(state.timeline("hello", 10)).containsExactly(second, first);
    assertThat(state.timeline("hello", 1)).containsExactly(second);
    assertThat(state.timeline("other", 10)).isEmpty();
  }

  @Test
  void what_is_the_case_replaces_what_was() {
    state.observed(
        List.of(new DesiredState.Observed("hello", "1.0.0", "ab".repeat(32), 1, "LIVE", "")));
    state.observed(
        List.of(new DesiredState.Observed("hello", "1.0.0", "ab".repeat(32), 1, "DRAINING", "")));
  }

  private static Happening happening(String what, int generation) {
    return new Happening(
        Instant.parse("2026-11-23T10:00:00Z"), "hello", "1.0.0", generation, what, "ann", "why");
  }
}
