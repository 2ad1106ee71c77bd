package dev.hotdesk.rollout;

import java.time.Instant;
import java.util.List;

/**
 * A set of plugins on its way to new versions.
 *
 * @param id tells rollouts apart
 * @param members the plugins that switch together
 * @param stage how far it is
 * @param percent of the conversations that the candidates serve
 * @param since when it came to this stage
 * @param until when it goes on by itself; empty text if only an admin moves it
 * @param candidate how the candidates fare
 * @param stable how those they would replace fare, since the rollout began
 * @param note what to know about it, such as why it waits; or empty
 */
public record Rollout(
    String id,
    List<Member> members,
    Stage stage,
    int percent,
    Instant since,
    String until,
    Fare candidate,
    Fare stable,
    String note) {

  /** Copies the members. */
  public Rollout {
    members = List.copyOf(members);
  }

  /** The same, with this to know about it. */
  public Rollout noted(String words) {
    return new Rollout(id, members, stage, percent, since, until, candidate, stable, words);
  }

  /** How far a rollout is. */
  public enum Stage {
    /** An admin must agree first: there is no way back. */
    WAITING,
    /** The candidates see live traffic; what they answer is compared and never sent. */
    SHADOW,
    /** They serve a share of the conversations. */
    CANARY,
    /** They serve everybody, and would still be taken back by themselves. */
    BAKE
  }

  /**
   * One plugin of the set.
   *
   * @param plugin its id
   * @param from the version that serves, or empty
   * @param to the candidate's version
   */
  public record Member(String plugin, String from, String to) {}

  /**
   * How one side fares.
   *
   * @param calls made
   * @param faults among them
   * @param p95Millis of how long they took
   * @param compared answers of the shadow that were compared
   * @param different those that differed
   */
  public record Fare(long calls, long faults, double p95Millis, long compared, long different) {}
}
