package dev.hotdesk.server.objects;

import java.io.IOException;

/** The object store said no, and will say so again: something is set wrongly. */
public final class RefusedRequestException extends IOException {

  private static final long serialVersionUID = 1L;

  RefusedRequestException(String message) {
    super(message);
  }
}
