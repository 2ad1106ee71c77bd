package dev.hotdesk.api;

/**
 * A file that belongs to a message. Made by the runtime, which has looked at its bytes; immutable.
 *
 * @param id its own id, by which its bytes are asked for
 * @param name what its sender called it, without a path
 * @param type what the bytes are, such as {@code image/png}, whatever the sender said
 * @param size in bytes
 * @param width of an image, in pixels; 0 for anything else
 * @param height of an image, in pixels; 0 for anything else
 */
public record Attachment(String id, String name, String type, long size, int width, int height) {

  /** Whether it is an image, of which there is a thumbnail. */
  public boolean isImage() {
    return width > 0;
  }
}
