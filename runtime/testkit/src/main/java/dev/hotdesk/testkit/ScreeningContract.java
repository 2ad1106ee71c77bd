package dev.hotdesk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotdesk.api.Screened;
import dev.hotdesk.api.Screening;
import dev.hotdesk.api.Text;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Screening} promises. Extend it, and say which. */
public abstract class ScreeningContract {

  private static final List<String> HARMLESS =
      List.of(
          "我的订单到哪了?",
          "你好",
          "在吗",
          "Where is my order 20261123-88?",
          "请问这件毛衣会起球吗",
          "Can I return these shoes?",
          "谢谢");

  /** The screening under test. */
  protected abstract Screening screening();

  /** Gives it the settings, secrets and answers of other systems that it needs, if any. */
  protected void lend(Lent lent) {}

  /** What it finds something wrong with, said one after another. */
  protected abstract List<String> suspicious();

  @Test
  void lets_ordinary_questions_pass() {
    var trial = trial();
    for (var text : HARMLESS) {
      assertEquals(Screened.clear(), trial.saysAfter(Duration.ofSeconds(20), text), text);
    }
  }

  @Test
  void warns_with_a_reason_in_both_languages_and_for_a_while_only() {
    var trial = trial();
    var found = suspicious().stream().map(trial::says).filter(it -> !isClear(it)).toList();
    assertFalse(found.isEmpty(), "nothing of what is suspicious was found");
    for (var each : found) {
      assertFalse(why(each).zh().isBlank());
      assertFalse(why(each).en().isBlank());
      assertTrue(time(each).compareTo(Duration.ofMinutes(15)) <= 0, "at most 15 minutes");
    }
  }

  @Test
  void bears_any_words() {
    var trial = trial();
    for (var text :
        List.of(" ", "\u0000", "🧶".repeat(2_000), "a".repeat(4_000), "\ud83e", "(((")) {
      trial.saysAfter(Duration.ofSeconds(20), text);
    }
    assertEquals(0, trial.failures(), "calls that threw; wanted none: customers write anything");
  }

  private static boolean isClear(Screened screened) {
    return screened instanceof Screened.Clear;
  }

  private static Text why(Screened screened) {
    return switch (screened) {
      case Screened.Clear() -> new Text("", "");
      case Screened.Flagged(var why) -> why;
      case Screened.Held(var why, _) -> why;
      case Screened.Limited(var why, _) -> why;
    };
  }

  private static Duration time(Screened screened) {
    return switch (screened) {
      case Screened.Clear _, Screened.Flagged _ -> Duration.ZERO;
      case Screened.Held(_, var time) -> time;
      case Screened.Limited(_, var time) -> time;
    };
  }

  private QueueTrial trial() {
    var trial = QueueTrial.screening(screening());
    lend(trial.lent());
    return trial;
  }
}
