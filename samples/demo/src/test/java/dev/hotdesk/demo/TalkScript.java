package dev.hotdesk.demo;

import dev.hotdesk.bench.client.Answered;
import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One conversation, as it is written in {@code talks/AGENT.LANGUAGE.txt}: {@code >} the customer
 * says, {@code <} the answer has one of these words, {@code !} a person is brought for this reason.
 *
 * @param name the file and what it is about
 * @param language of the customer's page
 */
record TalkScript(String name, String language, List<Exchange> exchanges) {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What the customer says, and what comes of it. */
  private record Exchange(String says, List<String> expected) {
    Optional<String> miss(Answered answered) {
      return expected.stream().filter(it -> !meets(it, answered)).findFirst();
    }

    private static boolean meets(String wanted, Answered answered) {
      var what = wanted.substring(1).strip();
      return wanted.startsWith("!")
          ? answered.state().equals("waiting") && answered.reason().equals(what)
          : List.of(what.split("\\|")).stream().anyMatch(answered.text()::contains);
    }
  }

  /** All that are written in a file. */
  static List<TalkScript> in(Path file) throws IOException {
    var name = file.getFileName().toString();
    var language = name.contains(".zh.") ? "zh" : "en";
    var scripts = new ArrayList<TalkScript>();
    for (var part : Pattern.compile("(?m)^# ").split(Files.readString(file))) {
      if (!part.isBlank()) {
        var lines = part.lines().filter(it -> !it.isBlank()).toList();
        scripts.add(
            new TalkScript(
                name + ": " + lines.getFirst(),
                language,
                exchanges(lines.subList(1, lines.size()))));
      }
    }
    return scripts;
  }

  private static List<Exchange> exchanges(List<String> lines) {
    var exchanges = new ArrayList<Exchange>();
    for (var line : lines) {
      switch (line.charAt(0)) {
        case '>' -> exchanges.add(new Exchange(line.substring(1).strip(), new ArrayList<>()));
        case '<', '!' -> exchanges.getLast().expected().add(line);
        default -> throw new IllegalArgumentException("Not a line of a talk: " + line);
      }
    }
    return exchanges;
  }

  /** Holds the conversation; what did not come as it is written, or empty. */
  Optional<String> play(Site site) {
    try (var customer = CustomerClient.connect(site.web(), site.shopOrigin(), language)) {
      for (var exchange : exchanges) {
        var answered = customer.ask(exchange.says(), PATIENCE);
        var miss = answered.isEmpty() ? Optional.of("an answer") : exchange.miss(answered.get());
        if (miss.isPresent()) {
          return Optional.of(
              "%s\n  > %s\n  wanted %s\n  came %s"
                  .formatted(name, exchange.says(), miss.get(), answered));
        }
      }
      return Optional.empty();
    }
  }
}
