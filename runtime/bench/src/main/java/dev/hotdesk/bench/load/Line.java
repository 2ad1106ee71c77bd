package dev.hotdesk.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** One TCP connection of the crowd. Used on its thread only. */
final class Line {

  private final Loop loop;
  private final Ears ears;
  private @Nullable SocketChannel channel;
  private @Nullable SelectionKey key;
  private @Nullable ArrayDeque<ByteBuffer> unsent;
  private boolean closed;

  /** Who hears what comes over a line. */
  interface Ears {

    void connected();

    /** All of it is to be taken; the buffer is used again. */
    void received(ByteBuffer bytes);

    /** The other side hung up, or the line never came to be. Not after {@link Line#close}. */
    void ended(String why);
  }

  private Line(Loop loop, Ears ears) {
    this.loop = loop;
    this.ears = ears;
  }

  /** Begins to connect, from an address of this machine. */
  static Line open(Loop loop, InetSocketAddress from, InetSocketAddress to, Ears ears) {
    var line = new Line(loop, ears);
    try {
      var opened = SocketChannel.open();
      line.channel = opened;
      opened.configureBlocking(false);
      opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
      opened.bind(from);
      opened.connect(to);
      line.key = opened.register(loop.selector(), SelectionKey.OP_CONNECT, line);
    } catch (IOException e) {
      loop.in(0, () -> line.end("no connection: " + e.getMessage()));
    }
    return line;
  }

  /** Something can be done without waiting. */
  void ready() {
    var open = channel;
    var ready = key;
    if (open == null || ready == null || !ready.isValid()) {
      return;
    }
    try {
      if (ready.isConnectable() && open.finishConnect()) {
        ready.interestOps(SelectionKey.OP_READ);
        ears.connected();
      }
      if (ready.isValid() && ready.isWritable()) {
        flush(open, ready);
      }
      if (ready.isValid() && ready.isReadable()) {
        read(open);
      }
    } catch (IOException e) {
      end("broken: " + e.getMessage());
    }
  }

  private void read(SocketChannel open) throws IOException {
    var buffer = loop.received();
    buffer.clear();
    var count = open.read(buffer);
    if (count < 0) {
      end("closed by the server");
    } else if (count > 0) {
      ears.received(buffer.flip());
    }
  }

  /** Sends this as soon as it can be sent. */
  void send(ByteBuffer bytes) {
    var open = channel;
    var ready = key;
    if (closed || open == null || ready == null) {
      return;
    }
    try {
      if (unsent == null) {
        open.write(bytes);
      }
      if (bytes.hasRemaining()) {
        if (unsent == null) {
          unsent = new ArrayDeque<>(2);
        }
        unsent.add(bytes);
        ready.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
      }
    } catch (IOException e) {
      // Later, so that nobody is told of the end within a call of their own.
      loop.in(0, () -> end("broken: " + e.getMessage()));
    }
  }

  private void flush(SocketChannel open, SelectionKey ready) throws IOException {
    var left = unsent;
    while (left != null && !left.isEmpty()) {
      open.write(left.element());
      if (left.element().hasRemaining()) {
        return;
      }
      left.remove();
    }
    unsent = null;
    ready.interestOps(SelectionKey.OP_READ);
  }

  /** Reads nothing more, as a browser in a tunnel does. */
  void deafen() {
    if (key != null && key.isValid()) {
      key.interestOps(0);
    }
  }

  private void end(String why) {
    if (!closed) {
      close();
      ears.ended(why);
    }
  }

  /** Hangs up, with a reset: the port is free again at once. */
  void cut() {
    try {
      if (channel != null && channel.isOpen()) {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      }
    } catch (IOException _) {
      // It is broken already.
    }
    close();
  }

  void close() {
    closed = true;
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException _) {
      // It was to go anyway.
    }
  }
}
