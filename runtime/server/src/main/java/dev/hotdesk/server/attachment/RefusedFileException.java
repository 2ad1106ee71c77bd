package dev.hotdesk.server.attachment;

/** A file is not taken in, or not handed out, for a reason that its sender may read. */
public class RefusedFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  RefusedFileException(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The protocol's word. */
  public String code() {
    return code;
  }
}
