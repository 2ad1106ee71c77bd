package dev.hotdesk.server.attachment;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * Looks at images without unfolding them, and makes thumbnails. An image says in its first bytes
 * how many pixels it will have, so one that is small on the wire and huge in memory is refused
 * unread.
 */
final class Pictures {

  /** No side of a thumbnail is longer, in pixels. */
  static final int THUMBNAIL = 320;

  /** How many are unfolded at a time; the others wait. */
  private static final Semaphore PLACES = new Semaphore(2);

  private Pictures() {}

  /** How large an image is, and a small one of it. */
  record Picture(int width, int height, BufferedImage thumbnail) {}

  /**
   * The picture in a file; empty if Java knows no reader for its type.
   *
   * @throws RefusedFileException if it has too many pixels, or is none after all
   */
  static Optional<Picture> read(Path file, String name, String type, long mostPixels)
      throws IOException {
    var readers = ImageIO.getImageReadersByMIMEType(type);
    if (!type.startsWith("image/") || !readers.hasNext()) {
      return Optional.empty();
    }
    var reader = readers.next();
    PLACES.acquireUninterruptibly();
    try (var input = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(input, true, true);
      return Optional.of(read(reader, name, mostPixels));
    } catch (IOException | RuntimeException e) {
      if (e instanceof RefusedFileException refused) {
        throw refused;
      }
      throw new RefusedFileException(
          415,
          "attachment_type",
          "%s begins like %s, but cannot be read as such: it is damaged, or something else."
              .formatted(name, type));
    } finally {
      PLACES.release();
      reader.dispose();
    }
  }

  private static Picture read(ImageReader reader, String name, long mostPixels) throws IOException {
    var width = reader.getWidth(0);
    var height = reader.getHeight(0);
    if ((long) width * height > mostPixels) {
      throw new RefusedFileException(
          413,
          "attachment_pixels",
          "%s has %d x %d pixels; at most %,d are taken (hotdesk.attachments.pixels)."
              .formatted(name, width, height, mostPixels));
    }
    var step = Math.max(1, Math.max(width, height) / (2 * THUMBNAIL));
    var how = reader.getDefaultReadParam();
    how.setSourceSubsampling(step, step, 0, 0);
    return new Picture(width, height, small(reader.read(0, how)));
  }

  private static BufferedImage small(BufferedImage image) {
    var longest = Math.max(image.getWidth(), image.getHeight());
    var scale = Math.min(1.0, (double) THUMBNAIL / longest);
    var width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    var height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    // JPEG has no transparency: what shows through is white.
    var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var canvas = small.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    canvas.drawImage(image, 0, 0, width, height, Color.WHITE, null);
    canvas.dispose();
    return small;
  }
}
