package dev.hotdesk.heap;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;

/** A dump in the JDK's format (hprof 1.0.2, ids of eight bytes), read from front to back. */
final class HeapFile implements AutoCloseable {

  /** The type of a field that refers to an object. */
  static final int OBJECT = 2;

  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final int[] SIZES = {0, 0, 8, 0, 1, 2, 4, 8, 1, 2, 4, 8};

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment data;
  private final long begin;

  /** Opens a dump; one thread may read it. */
  HeapFile(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      data = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      long at = 0;
      while (data.get(ValueLayout.JAVA_BYTE, at) != 0) {
        at++;
      }
      if (data.get(INT, at + 1) != Long.BYTES) {
        throw new IOException("Ids of %d bytes; wanted 8".formatted(data.get(INT, at + 1)));
      }
      begin = at + 13;
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  /** What is told of a dump, in the order of the file. */
  interface Reader {

    /** A text, such as the name of a field. */
    default void text(long id, long at, int length) {}

    /** A class and the text that is its name, with slashes. */
    default void named(long classId, long text) {}

    /** Something in use by itself; see {@link Root}. The number is that of its thread, or 0. */
    default void root(int kind, long id, int thread) {}

    /** A class. */
    default void type(HeapClass type) {}

    /** An object; its fields lie here. */
    default void object(long id, long classId, long at) {}

    /** An array of references; they lie here. */
    default void array(long id, long classId, long at, int length) {}

    /** An array of bytes; they lie here. */
    default void bytes(long id, long at, int length) {}
  }

  /** Reads all of it. */
  void read(Reader reader) throws IOException {
    long at = begin;
    while (at < data.byteSize()) {
      int tag = data.get(ValueLayout.JAVA_BYTE, at);
      long length = Integer.toUnsignedLong(data.get(INT, at + 5));
      long body = at + 9;
      switch (tag) {
        case 0x01 -> reader.text(id(body), body + 8, (int) length - 8);
        case 0x02 -> reader.named(id(body + 4), id(body + 16));
        case 0x0C, 0x1C -> segment(body, body + length, reader);
        default -> {}
      }
      at = body + length;
    }
  }

  private void segment(long from, long to, Reader reader) throws IOException {
    long at = from;
    while (at < to) {
      int tag = data.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
      long body = at + 1;
      at =
          switch (tag) {
            case 0x20 -> type(body, reader);
            case 0x21 -> {
              reader.object(id(body), id(body + 12), body + 24);
              yield body + 24 + integer(body + 20);
            }
            case 0x22 -> {
              reader.array(id(body), id(body + 16), body + 24, integer(body + 12));
              yield body + 24 + 8L * integer(body + 12);
            }
            case 0x23 -> {
              int type = data.get(ValueLayout.JAVA_BYTE, body + 16);
              int length = integer(body + 12);
              if (SIZES[type] == 1) {
                reader.bytes(id(body), body + 17, length);
              }
              yield body + 17 + (long) SIZES[type] * length;
            }
            default -> {
              reader.root(tag, id(body), Root.isOfThread(tag) ? integer(body + 8) : 0);
              yield body + Root.length(tag);
            }
          };
    }
  }

  private long type(long at, Reader reader) {
    long cursor = at + 64;
    int constants = Short.toUnsignedInt(data.get(SHORT, cursor));
    cursor += 2;
    for (int i = 0; i < constants; i++) {
      cursor += 3 + SIZES[data.get(ValueLayout.JAVA_BYTE, cursor + 2)];
    }
    int many = Short.toUnsignedInt(data.get(SHORT, cursor));
    cursor += 2;
    var statics = new ArrayList<HeapClass.Static>();
    for (int i = 0; i < many; i++) {
      int type = data.get(ValueLayout.JAVA_BYTE, cursor + 8);
      if (type == OBJECT && id(cursor + 9) != 0) {
        statics.add(new HeapClass.Static(id(cursor), id(cursor + 9)));
      }
      cursor += 9 + SIZES[type];
    }
    many = Short.toUnsignedInt(data.get(SHORT, cursor));
    cursor += 2;
    var fields = new ArrayList<HeapClass.Field>(many);
    for (int i = 0; i < many; i++) {
      fields.add(new HeapClass.Field(id(cursor), data.get(ValueLayout.JAVA_BYTE, cursor + 8)));
      cursor += 9;
    }
    reader.type(
        new HeapClass(id(at), id(at + 12), id(at + 20), id(at + 28), id(at + 36), statics, fields));
    return cursor;
  }

  /** How many bytes a field of this type takes. */
  static int size(int type) {
    return SIZES[type];
  }

  /** The reference that lies here. */
  long id(long at) {
    return data.get(LONG, at);
  }

  int integer(long at) {
    return data.get(INT, at);
  }

  /** The number that lies here. */
  long number(long at) {
    return data.get(LONG, at);
  }

  /** The bytes that lie here, as a text. */
  String text(long at, int length, boolean isWide) {
    var bytes = data.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE);
    return new String(bytes, isWide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    arena.close();
  }
}
