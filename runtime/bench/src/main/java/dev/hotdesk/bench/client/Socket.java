package dev.hotdesk.bench.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A WebSocket that speaks in frames. Frames come one after another, on any thread. */
public final class Socket {

  /** One for all: a client has threads and a selector of its own. */
  static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private static final long SEND_SECONDS = 10;

  private final ReentrantLock sending = new ReentrantLock();
  private final CompletableFuture<Closing> closing = new CompletableFuture<>();
  private final WebSocket socket;
  private volatile long heard = System.nanoTime();

  /** How a socket ended: 1006 if without a close frame. */
  public record Closing(int code, String reason) {}

  private Socket(URI address, Map<String, String> headers, Consumer<Frame> listener) {
    var builder = HTTP.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(10));
    headers.forEach(builder::header);
    this.socket = builder.buildAsync(address, new Ears(this, listener)).join();
  }

  /**
   * Shakes hands.
   *
   * @param listener is told each frame that comes
   * @throws SocketException if the other side is not there or refuses
   */
  public static Socket open(URI address, Map<String, String> headers, Consumer<Frame> listener) {
    try {
      return new Socket(address, headers, listener);
    } catch (CompletionException e) {
      throw new SocketException("No socket to " + address + ": " + e.getCause(), e);
    }
  }

  /** Sends a frame and returns once it is written. */
  public void send(Frame frame) {
    send(frame.toString());
  }

  /** Sends any text, be it a frame or not. */
  public void send(String text) {
    sending.lock();
    try {
      socket.sendText(text, true).orTimeout(SEND_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException | IllegalStateException e) {
      throw new SocketException("Not sent: " + e.getMessage(), e);
    } finally {
      sending.unlock();
    }
  }

  /** Completes when the socket has ended, for whatever reason. */
  public CompletableFuture<Closing> closing() {
    return closing;
  }

  /** How long the other side has been silent. */
  public Duration silence() {
    return Duration.ofNanos(System.nanoTime() - heard);
  }

  /** Says goodbye. */
  public void close() {
    if (!closing.isDone()) {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(_ -> socket);
      closing.completeOnTimeout(new Closing(1000, "no answer"), 2, TimeUnit.SECONDS);
    }
  }

  /** Hangs up without a word, as a broken line does. */
  public void cut() {
    socket.abort();
    closing.complete(new Closing(1006, "cut"));
  }

  /** Collects fragments into frames. */
  private static final class Ears implements WebSocket.Listener {

    private final Socket owner;
    private final Consumer<Frame> listener;
    private final StringBuilder text = new StringBuilder();

    Ears(Socket owner, Consumer<Frame> listener) {
      this.owner = owner;
      this.listener = listener;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      owner.heard = System.nanoTime();
      text.append(part);
      if (last) {
        var frame = Frame.parse(text.toString());
        text.setLength(0);
        listener.accept(frame);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      owner.closing.complete(new Closing(code, reason));
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      owner.closing.complete(new Closing(1006, String.valueOf(error.getMessage())));
    }
  }
}
