package dev.hotdesk.heap;

import java.io.IOException;

/** The ways in which an object is in use by itself. */
final class Root {

  static final int JNI_GLOBAL = 0x01;
  static final int JNI_LOCAL = 0x02;
  static final int JAVA_FRAME = 0x03;
  static final int STICKY_CLASS = 0x05;
  static final int MONITOR = 0x07;
  static final int THREAD = 0x08;

  private Root() {}

  /** How many bytes a record of it takes, after the tag. */
  static int length(int tag) throws IOException {
    return switch (tag) {
      case 0xFF, STICKY_CLASS, MONITOR -> 8;
      case JNI_GLOBAL, JNI_LOCAL, JAVA_FRAME, THREAD -> 16;
      case 0x04, 0x06 -> 12;
      default -> throw new IOException("Not a record of a heap dump: " + tag);
    };
  }

  /** Whether a record of it names a thread. */
  static boolean isOfThread(int tag) {
    return tag == JNI_LOCAL || tag == JAVA_FRAME || tag == THREAD;
  }

  static String words(int kind) {
    return switch (kind) {
      case JNI_GLOBAL -> "a reference of native code";
      case JNI_LOCAL -> "native code under way";
      case JAVA_FRAME -> "a method under way";
      case STICKY_CLASS -> "a class of the JDK";
      case MONITOR -> "a lock that is held";
      default -> "the virtual machine";
    };
  }
}
