package dev.hotdesk.server.gateway;

/** The channel's plugin is not active, or failed; later it may work. */
class ChannelDownException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ChannelDownException(String message) {
    super(message);
  }
}
