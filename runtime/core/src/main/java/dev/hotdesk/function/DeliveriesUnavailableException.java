package dev.hotdesk.function;

/** Deliveries, timers or schedules could not be read or stored. */
public class DeliveriesUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what could not be done. */
  public DeliveriesUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
