package dev.hotdesk.server.retention;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How long each channel keeps what was said.
 *
 * @param days by channel; {@code *} is for those that are not named
 */
public record Terms(Map<String, Integer> days) {

  /** Everything is kept for ever. */
  public static final Terms FOR_EVER = new Terms(Map.of());

  private static final String OTHERS = "*";
  private static final Pattern TERM = Pattern.compile("([a-z][a-z0-9-]{0,30}|\\*)=(\\d{1,5})");

  /** Copies the map. */
  public Terms {
    days = Map.copyOf(days);
  }

  /** Reads what an admin wrote, such as {@code web=365, *=730}. */
  public static Terms of(String written) {
    var days = new TreeMap<String, Integer>();
    for (var word : written.strip().split("[,\\s]+")) {
      var term = TERM.matcher(word);
      if (!term.matches() || Integer.parseInt(term.group(2)) == 0) {
        throw new IllegalArgumentException(
            "wanted channels with days, such as web=365, *=730, not " + written);
      }
      days.put(term.group(1), Integer.valueOf(term.group(2)));
    }
    return new Terms(days);
  }

  /** Whether nothing ever goes. */
  boolean isForEver() {
    return days.isEmpty();
  }

  /** How long this channel keeps what was said; empty for ever. */
  Optional<Duration> ofChannel(String channel) {
    return Optional.ofNullable(days.get(channel))
        .or(() -> Optional.ofNullable(days.get(OTHERS)))
        .map(Duration::ofDays);
  }
}
