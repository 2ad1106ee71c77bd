package dev.hotdesk.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What goes wrong in the shop at the moment. Used by one thread. */
final class Trouble {

  private boolean agentsHang;
  private boolean erpHangs;
  private boolean erpIsDown;
  private Optional<Duration> deadline = Optional.empty();

  void agentsHang() {
    agentsHang = true;
  }

  void erpHangs() {
    erpHangs = true;
  }

  void erpIsDown() {
    erpIsDown = true;
  }

  boolean isErpDown() {
    return erpIsDown;
  }

  void agentsAnswerWithin(Duration time) {
    deadline = Optional.of(time);
  }

  void isOver() {
    agentsHang = false;
    erpHangs = false;
    erpIsDown = false;
  }

  /** How an agent is called now. */
  Manner ofAgents() {
    return new Manner(() -> agentsHang, () -> deadline);
  }

  /** How the ERP connector is called now. */
  Manner ofErp() {
    return new Manner(() -> erpHangs, Optional::empty);
  }

  /**
   * How calls go.
   *
   * @param hang whether they never come back
   * @param deadline when they are cut off, if ever
   */
  record Manner(BooleanSupplier hang, java.util.function.Supplier<Optional<Duration>> deadline) {}
}
