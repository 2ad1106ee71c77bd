package dev.hotdesk.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What a crowd counts and times, all together. Changed on the crowd's thread only. */
public final class Tally {

  private static final long LONGEST = TimeUnit.MINUTES.toNanos(30);
  private static final int MOST_CASES = 10;

  private final Map<String, Integer> refusals = new TreeMap<>();
  private final Map<String, Integer> without = new TreeMap<>();
  private final Map<String, Integer> errors = new TreeMap<>();
  private final List<String> doubled = new ArrayList<>();
  private final List<String> misplaced = new ArrayList<>();
  private Histogram acks = new Histogram(LONGEST, 3);
  private Histogram trips = new Histogram(LONGEST, 3);
  private Histogram welcomes = new Histogram(LONGEST, 3);
  private Histogram shown = new Histogram(LONGEST, 3);
  private int doubledCount;
  private int misplacedCount;

  /** Times, of which percentiles are asked for. */
  public record Times(Histogram histogram) {

    /** In milliseconds; 0 of none. */
    public double percentile(double percent) {
      return histogram.getTotalCount() == 0 ? 0 : histogram.getValueAtPercentile(percent) / 1e6;
    }

    /** The longest, in milliseconds. */
    public double longest() {
      return histogram.getMaxValue() / 1e6;
    }

    /** How many there are. */
    public long count() {
      return histogram.getTotalCount();
    }

    /** How many took at most so long. */
    public long within(long millis) {
      return histogram.getTotalCount() == 0
          ? 0
          : histogram.getCountBetweenValues(0, millis * 1_000_000);
    }
  }

  void refused(String why, boolean withHint) {
    (withHint ? refusals : without).merge(why, 1, Integer::sum);
  }

  void error(String code) {
    errors.merge(code, 1, Integer::sum);
  }

  void doubled(String what) {
    doubledCount++;
    if (doubled.size() < MOST_CASES) {
      doubled.add(what);
    }
  }

  void misplaced(String what) {
    misplacedCount++;
    if (misplaced.size() < MOST_CASES) {
      misplaced.add(what);
    }
  }

  void acknowledged(long nanos) {
    acks.recordValue(Math.clamp(nanos, 0, LONGEST));
  }

  void wentRound(long nanos) {
    trips.recordValue(Math.clamp(nanos, 0, LONGEST));
  }

  void shown(long nanos) {
    shown.recordValue(Math.clamp(nanos, 0, LONGEST));
  }

  void welcome(long nanos) {
    welcomes.recordValue(Math.clamp(nanos, 0, LONGEST));
  }

  /** Times begin anew, as after a warm-up; counts go on. */
  public void beginTimes() {
    acks = new Histogram(LONGEST, 3);
    trips = new Histogram(LONGEST, 3);
    welcomes = new Histogram(LONGEST, 3);
    shown = new Histogram(LONGEST, 3);
  }

  /** From the scheduled moment of saying to the acknowledgement. */
  public Times acks() {
    return new Times(acks.copy());
  }

  /** From the scheduled moment of saying until the answer came back. */
  public Times trips() {
    return new Times(trips.copy());
  }

  /** From the scheduled moment of saying until an operator's desk showed it. */
  public Times shown() {
    return new Times(shown.copy());
  }

  /** From the first attempt to the welcome. */
  public Times welcomes() {
    return new Times(welcomes.copy());
  }

  /** Attempts that the server turned away, whether it said when to come back or not. */
  public int refused() {
    return sum(refusals) + sum(without);
  }

  /** Those that it turned away without saying when to come back, by what happened. */
  public Map<String, Integer> withoutHint() {
    return new TreeMap<>(without);
  }

  /** Those that it told when to come back, by what happened. */
  public Map<String, Integer> withHint() {
    return new TreeMap<>(refusals);
  }

  /** Error frames, by code. */
  public Map<String, Integer> errors() {
    return new TreeMap<>(errors);
  }

  /** How many entries were shown twice, and some of them. */
  public Cases doubled() {
    return new Cases(doubledCount, List.copyOf(doubled));
  }

  /** How many entries were shown out of order, and some of them. */
  public Cases misplaced() {
    return new Cases(misplacedCount, List.copyOf(misplaced));
  }

  /** How many, and examples. */
  public record Cases(int count, List<String> examples) {}

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
