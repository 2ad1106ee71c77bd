package dev.hotdesk.weave;

import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodHandles.Lookup.ClassOption;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Classes that a plugin defines itself get checks, too. Public because woven code lies in other
 * packages.
 */
public final class ClassDetours {

  private ClassDetours() {}

  @InsteadOf(Lookup.class)
  public static Class<?> defineClass(Lookup lookup, byte[] bytes) throws IllegalAccessException {
    return lookup.defineClass(Weaver.weave(bytes));
  }

  @InsteadOf(Lookup.class)
  public static Lookup defineHiddenClass(
      Lookup lookup, byte[] bytes, boolean initialize, ClassOption... options)
      throws IllegalAccessException {
    return lookup.defineHiddenClass(Weaver.weave(bytes), initialize, options);
  }

  @InsteadOf(Lookup.class)
  public static Lookup defineHiddenClassWithClassData(
      Lookup lookup, byte[] bytes, Object data, boolean initialize, ClassOption... options)
      throws IllegalAccessException {
    return lookup.defineHiddenClassWithClassData(Weaver.weave(bytes), data, initialize, options);
  }

  /** A class that a loader of the plugin's own is about to define. */
  public static byte[] woven(byte[] bytes, int offset, int length) {
    return Weaver.weave(Arrays.copyOfRange(bytes, offset, offset + length));
  }

  /** As {@link #woven(byte[], int, int)}. */
  public static ByteBuffer woven(ByteBuffer bytes) {
    var copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return ByteBuffer.wrap(Weaver.weave(copy));
  }
}
