package dev.hotdesk.api;

/**
 * Whether a customer should be served sooner than others. Immutable; make it with the static
 * methods, they stay when the record grows.
 *
 * <pre>{@code
 * return Precedence.raised(1, new Text("订单延误", "An order is late"));
 * }</pre>
 *
 * @param steps how many lanes sooner; later if negative
 * @param why the reason, for operators
 */
public record Precedence(int steps, Text why) {

  private static final Precedence USUAL = new Precedence(0, new Text("", ""));

  /** As everybody. */
  public static Precedence usual() {
    return USUAL;
  }

  /**
   * Sooner.
   *
   * @param steps how many lanes, at least 1; the runtime grants 2 at the most
   * @param why the reason, for operators
   */
  public static Precedence raised(int steps, Text why) {
    requireSteps(steps);
    return new Precedence(steps, why);
  }

  /**
   * Later.
   *
   * @param steps how many lanes, at least 1; the runtime grants 2 at the most
   * @param why the reason, for operators
   */
  public static Precedence lowered(int steps, Text why) {
    requireSteps(steps);
    return new Precedence(-steps, why);
  }

  private static void requireSteps(int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("Moved by " + steps + " lanes; wanted 1 or more");
    }
  }
}
