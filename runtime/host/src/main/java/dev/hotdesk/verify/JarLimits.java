package dev.hotdesk.verify;

/**
 * How big a plugin's jar may be.
 *
 * @param bytes of the file
 * @param entries files within it
 * @param unpackedBytes of all entries together, unpacked
 */
public record JarLimits(long bytes, int entries, long unpackedBytes) {

  /** 256 MiB, 20,000 entries, 1 GiB unpacked. */
  public static final JarLimits DEFAULT = new JarLimits(256L << 20, 20_000, 1L << 30);
}
