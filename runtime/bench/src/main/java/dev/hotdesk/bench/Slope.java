package dev.hotdesk.bench;

import java.util.ArrayList;
import java.util.List;

/** Whether something grows: a straight line through what was seen at even distances. */
final class Slope {

  private final List<Double> seen = new ArrayList<>();

  void add(double value) {
    seen.add(value);
  }

  double first() {
    return seen.getFirst();
  }

  double last() {
    return seen.getLast();
  }

  /**
   * By how much the line rises from the first to the last of what was seen. A single value far off
   * moves it less than it would move the difference of the two.
   */
  double rise() {
    int count = seen.size();
    if (count < 2) {
      return 0;
    }
    double middle = (count - 1) / 2.0;
    double mean = seen.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    double along = 0;
    double square = 0;
    for (int i = 0; i < count; i++) {
      along += (i - middle) * (seen.get(i) - mean);
      square += (i - middle) * (i - middle);
    }
    return along / square * (count - 1);
  }
}
