package dev.hotdesk.server.http;

/** A request is refused, for a reason that the client may read. */
public class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  /** Refuses with this HTTP status and sentence. */
  public ProblemException(int status, String detail) {
    super(detail);
    this.status = status;
  }

  /** What the client reads. */
  public Problem problem() {
    return Problem.of(status, String.valueOf(getMessage()));
  }
}
