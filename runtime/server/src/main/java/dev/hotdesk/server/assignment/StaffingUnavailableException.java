package dev.hotdesk.server.assignment;

/** The database does not tell, or take, what is set about groups, skills and rules. */
public final class StaffingUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StaffingUnavailableException(Throwable cause) {
    super("Groups, skills and rules are not at hand: " + cause.getMessage(), cause);
  }
}
