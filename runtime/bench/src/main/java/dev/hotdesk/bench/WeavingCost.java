package dev.hotdesk.bench;

import java.io.IOException;

final class WeavingCost {
  private WeavingCost() {}

  static void measure(Options options, Report report, double promised)
      throws IOException, InterruptedException {}
}
