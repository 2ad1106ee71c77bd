package dev.hotdesk.bench;

import java.io.IOException;

/** Something that can be measured. */
interface Measure {

  /** What it measures and which options it takes, in one line. */
  String summary();

  /** Measures, and reports as it goes. */
  void run(Options options, Report report) throws IOException, InterruptedException;
}
