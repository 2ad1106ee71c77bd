package dev.hotdesk.generation;

import dev.hotdesk.drop.Drop;
import dev.hotdesk.rollout.RolloutPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a dropped jar comes to serve: as the shop has set, unless a file {@code <name>.jar.rollout}
 * beside it says otherwise. Its lines: {@code direct}, {@code canary} or {@code canary 10}; {@code
 * shadow} or {@code shadow 30m} to listen first; and {@code with other.jar another.jar} for jars
 * that are to switch together.
 */
final class Plans {

  private static final Logger LOG = LoggerFactory.getLogger(Plans.class);
  private static final Pattern CANARY = Pattern.compile("canary(?:\\s+([1-9][0-9]?|100))?");
  private static final Pattern SHADOW = Pattern.compile("shadow(?:\\s+([1-9][0-9]{0,4})([smh]))?");
  private static final Duration LISTENING = Duration.ofMinutes(5);
  private static final int LONGEST = 4096;

  private final Path folder;
  private final RolloutPlan usual;
  private final RolloutPlan canary;

  /**
   * Plans for this folder.
   *
   * @param usual what the shop has set
   * @param canary what a file means that asks for canary
   */
  Plans(Path folder, RolloutPlan usual, RolloutPlan canary) {
    this.folder = folder;
    this.usual = usual;
    this.canary = canary;
  }

  /** How this jar comes to serve. */
  RolloutPlan of(Drop.Ready drop) {
    var lines = lines(drop);
    var shadow = lines.stream().map(SHADOW::matcher).filter(Matcher::matches).findFirst();
    var plan = shadow.isPresent() ? canary : usual;
    for (var line : lines) {
      var match = CANARY.matcher(line);
      if (match.matches()) {
        plan = match.group(1) == null ? canary : canary.at(Integer.parseInt(match.group(1)));
      } else if (line.equals("direct")) {
        plan = RolloutPlan.DIRECT;
      }
    }
    return shadow.isPresent() ? plan.listening(time(shadow.get())) : plan;
  }

  private Duration time(Matcher shadow) {
    if (shadow.group(1) == null) {
      return canary.shadow().isPositive() ? canary.shadow() : LISTENING;
    }
    long count = Long.parseLong(shadow.group(1));
    return switch (shadow.group(2)) {
      case "h" -> Duration.ofHours(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofSeconds(count);
    };
  }

  /** The files that this jar is to switch together with. */
  List<String> partners(Drop.Ready drop) {
    return lines(drop).stream()
        .filter(line -> line.startsWith("with "))
        .flatMap(line -> Stream.of(line.substring(5).strip().split("\\s+")))
        .toList();
  }

  private List<String> lines(Drop.Ready drop) {
    var file = folder.resolve(drop.file() + ".rollout");
    try {
      return Files.size(file) > LONGEST
          ? List.of()
          : Files.readAllLines(file).stream().map(String::strip).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      LOG.warn("{} cannot be read, so {} goes the usual way: {}", file, drop.file(), e.toString());
      return List.of();
    }
  }
}
