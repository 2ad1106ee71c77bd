package dev.hotdesk.bench;

import dev.hotdesk.bench.understanding.PublicSets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How well public sets of labelled sentences are understood, and at what cost. */
final class UnderstandingMeasure implements Measure {

  @Override
  public String summary() {
    return "accuracy, calibration and cost on labelled sets: DIR [--only NAME,NAME]";
  }

  @Override
  public Options options(List<String> words) {
    return Options.about(words);
  }

  @Override
  public void run(Options options, Report report) throws IOException {
    if (options.subject().isEmpty()) {
      throw new IllegalArgumentException(
          "Wanted a folder of sets, as in: runtime/bench/run understanding DIR");
    }
    PublicSets.measure(Path.of(options.subject()), options.text("only"), report);
  }
}
