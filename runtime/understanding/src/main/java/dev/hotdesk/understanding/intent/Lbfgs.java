package dev.hotdesk.understanding.intent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;

/** Finds the lowest point of a smooth function by limited-memory BFGS (Nocedal 1980). */
final class Lbfgs {

  private static final int MEMORY = 8;
  private static final double FLAT = 1e-3;

  /** A function that also tells its slope. */
  interface Slope {
    /** Gives the value at this point and writes the gradient there. */
    double at(float[] point, float[] gradient);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  private record Pair(float[] step, float[] turn, double curvature) {}

  private Lbfgs() {}

  /** Walks downhill from this point for at most so many steps. */
  static float[] minimise(float[] start, int steps, Slope slope) {
    var point = start.clone();
    var gradient = new float[point.length];
    var value = slope.at(point, gradient);
    var steep = norm(gradient);
    Deque<Pair> pairs = new ArrayDeque<>();
    for (var step = 0; step < steps && norm(gradient) > FLAT * steep; step++) {
      var direction = direction(gradient, pairs);
      var descent = dot(direction, gradient);
      var length = pairs.isEmpty() ? 1 / Math.max(norm(gradient), 1e-12) : 1.0;
      var next = point;
      var nextGradient = new float[point.length];
      var nextValue = Double.POSITIVE_INFINITY;
      for (var tries = 0; tries < 20; tries++, length /= 2) {
        next = along(point, direction, length);
        nextValue = slope.at(next, nextGradient);
        if (nextValue <= value + 1e-4 * length * descent) {
          break;
        }
      }
      if (nextValue >= value) {
        return point;
      }
      remember(pairs, along(next, point, -1), along(nextGradient, gradient, -1));
      point = next;
      gradient = nextGradient;
      value = nextValue;
    }
    return point;
  }

  private static void remember(Deque<Pair> pairs, float[] step, float[] turn) {
    var curvature = dot(step, turn);
    if (curvature > 1e-12) {
      pairs.addFirst(new Pair(step, turn, curvature));
      if (pairs.size() > MEMORY) {
        pairs.removeLast();
      }
    }
  }

  private static float[] direction(float[] gradient, Deque<Pair> pairs) {
    var direction = along(new float[gradient.length], gradient, -1);
    var latest = pairs.peekFirst();
    if (latest == null) {
      return direction;
    }
    var shares = new ArrayList<Double>();
    for (var pair : pairs) {
      var share = dot(pair.step(), direction) / pair.curvature();
      shares.add(share);
      add(direction, pair.turn(), -share);
    }
    scale(direction, latest.curvature() / dot(latest.turn(), latest.turn()));
    var oldestFirst = pairs.descendingIterator();
    for (var i = shares.size() - 1; i >= 0; i--) {
      var pair = oldestFirst.next();
      var share = dot(pair.turn(), direction) / pair.curvature();
      add(direction, pair.step(), shares.get(i) - share);
    }
    return direction;
  }

  private static float[] along(float[] point, float[] direction, double length) {
    var next = point.clone();
    add(next, direction, length);
    return next;
  }

  private static void add(float[] target, float[] direction, double length) {
    var factor = (float) length;
    for (var i = 0; i < target.length; i++) {
      target[i] += factor * direction[i];
    }
  }

  private static void scale(float[] target, double factor) {
    for (var i = 0; i < target.length; i++) {
      target[i] *= (float) factor;
    }
  }

  private static double norm(float[] a) {
    return Math.sqrt(dot(a, a));
  }

  private static double dot(float[] a, float[] b) {
    double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    var i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += (double) a[i] * b[i];
      s1 += (double) a[i + 1] * b[i + 1];
      s2 += (double) a[i + 2] * b[i + 2];
      s3 += (double) a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += (double) a[i] * b[i];
    }
    return s0 + s1 + s2 + s3;
  }
}
