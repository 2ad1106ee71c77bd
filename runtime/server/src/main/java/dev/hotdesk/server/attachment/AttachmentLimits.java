package dev.hotdesk.server.attachment;

import java.time.Duration;
import java.util.Set;

/**
 * What may be attached.
 *
 * @param bytes how long a file may be
 * @param types which types, as their bytes tell
 * @param pixels how many pixels an image may have, however few its bytes
 * @param unused how many files of a conversation may be there that no message has used yet
 * @param keep how long a file is kept that no message uses
 */
public record AttachmentLimits(
    long bytes, Set<String> types, long pixels, int unused, Duration keep) {

  /** How many files a message may have. */
  public static final int MOST_IN_A_MESSAGE = 10;

  /** What shops need: pictures, papers and short films. */
  public static final AttachmentLimits DEFAULT =
      new AttachmentLimits(
          10L << 20,
          Set.of(
              "image/png",
              "image/jpeg",
              "image/gif",
              "image/webp",
              "application/pdf",
              "text/plain",
              "text/csv",
              "video/mp4",
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
          25_000_000,
          30,
          Duration.ofDays(1));

  /** Copies the types. */
  public AttachmentLimits {
    types = Set.copyOf(types);
  }
}
