package dev.hotdesk.rollout;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is wanted of one plugin, whatever is the case.
 *
 * @param isEnabled whether it may serve at all
 * @param stable what should serve
 * @param previous what served before, to which one can go back
 * @param candidate what is being tried, if anything
 * @param held hashes of jars that must not be tried again, and why
 * @param confirmed hashes of jars to which an admin agreed although there is no way back
 */
public record Wish(
    boolean isEnabled,
    Optional<Jar> stable,
    Optional<Jar> previous,
    Optional<Candidate> candidate,
    Map<String, Hold> held,
    Set<String> confirmed) {

  /** Nothing in particular. */
  public static final Wish NONE =
      new Wish(true, Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Set.of());

  /** Copies the collections. */
  public Wish {
    held = Map.copyOf(held);
    confirmed = Set.copyOf(confirmed);
  }

  /**
   * Why a jar must not be tried again.
   *
   * @param cause what became of it
   * @param reason one sentence
   */
  public record Hold(Cause cause, String reason) {}

  /** What becomes of a jar that is held. */
  public enum Cause {
    /** It proved worse than the version before, or an admin went back from it. */
    ROLLED_BACK,
    /** It ran away from its deadline. */
    QUARANTINED
  }

  /**
   * A jar in the store.
   *
   * @param sha256 of its bytes
   * @param version of the plugin
   * @param file in the drop folder from which it came, or which stands for it
   */
  public record Jar(String sha256, String version, String file) {}

  /**
   * What is being tried.
   *
   * @param jar which
   * @param rollout tells which plugins are tried together
   * @param stage how far it is
   * @param percent of the conversations
   * @param since when it came to this stage
   * @param isKept whether it stays there until an admin decides
   */
  public record Candidate(
      Jar jar, String rollout, Rollout.Stage stage, int percent, Instant since, boolean isKept) {

    /** The same at another stage. */
    public Candidate at(Rollout.Stage next, int share, Instant when, boolean isToStay) {
      return new Candidate(jar, rollout, next, share, when, isToStay);
    }
  }

  /** The same, to serve or not. */
  public Wish enabled(boolean isToServe) {
    return new Wish(isToServe, stable, previous, candidate, held, confirmed);
  }

  /** This jar should serve, and what did is the one before. */
  public Wish serving(Jar jar) {
    var isOther = stable.isPresent() && !stable.get().sha256().equals(jar.sha256());
    return new Wish(
        isEnabled,
        Optional.of(jar),
        isOther ? stable : previous,
        Optional.empty(),
        held,
        confirmed);
  }

  /** Goes back to this jar, if there is one, and holds what it goes back from. */
  public Wish back(Optional<Jar> jar, Hold why) {
    return new Wish(
        isEnabled,
        jar,
        Optional.empty(),
        Optional.empty(),
        stable.map(from -> with(held, from.sha256(), why)).orElse(held),
        confirmed);
  }

  /** The same jar serves, while this is tried, or nothing. */
  public Wish trying(Optional<Candidate> next) {
    return new Wish(isEnabled, stable, previous, next, held, confirmed);
  }

  /** This jar must not be tried again. */
  public Wish holding(String sha256, Hold why) {
    return new Wish(isEnabled, stable, previous, candidate, with(held, sha256, why), confirmed);
  }

  /** This jar may be tried again. */
  public Wish freeing(String sha256) {
    var fewer = new HashMap<>(held);
    fewer.remove(sha256);
    return new Wish(isEnabled, stable, previous, candidate, fewer, confirmed);
  }

  /** Of the jars that are held, only those with these hashes. */
  public Wish holdingOnly(Set<String> sha256s) {
    var fewer = new HashMap<>(held);
    fewer.keySet().retainAll(sha256s);
    return new Wish(isEnabled, stable, previous, candidate, fewer, confirmed);
  }

  /** An admin agreed that there is no way back from this jar. */
  public Wish confirming(String sha256) {
    var more = new HashSet<>(confirmed);
    more.add(sha256);
    return new Wish(isEnabled, stable, previous, candidate, held, more);
  }

  private static Map<String, Hold> with(Map<String, Hold> all, String key, Hold value) {
    var more = new HashMap<>(all);
    more.put(key, value);
    return more;
  }
}
