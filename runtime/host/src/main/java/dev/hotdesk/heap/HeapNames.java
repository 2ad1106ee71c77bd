package dev.hotdesk.heap;

import java.util.regex.Pattern;

/** Names of classes as people want to read them. */
public final class HeapNames {

  private static final Pattern PLUMBING =
      Pattern.compile(
          "(\\[.*|.*\\[]|java\\..*\\$(Node|TreeNode|TreeBin|Entry|Segment|FieldHolder))");
  private static final Pattern JDK = Pattern.compile("(?:java|javax|jdk|sun)\\.(?:\\w+\\.)*");

  private HeapNames() {}

  /** Whether it tells a reader nothing, like the nodes of a map. */
  static boolean isPlumbing(String name) {
    return PLUMBING.matcher(name).matches();
  }

  /** Without the packages of the JDK and the numbers of lambdas. */
  public static String shown(String name) {
    int lambda = name.indexOf("$$Lambda");
    if (lambda > 0) {
      return name.substring(0, lambda) + " (a lambda)";
    }
    if (name.equals("java.lang.ThreadLocal$ThreadLocalMap")) {
      return "thread local";
    }
    var jdk = JDK.matcher(name);
    return jdk.lookingAt() ? name.substring(jdk.end()) : name;
  }
}
