package dev.hotdesk.understanding.inference;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslateException;
import ai.djl.translate.TranslatorContext;
import dev.hotdesk.routing.ModelUnavailableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A network that is loaded and can be asked, one row at a time.
 *
 * <p>Safe to call from any number of threads; no more than the given number compute at once, on one
 * core each, and the others wait. They compute on platform threads: a virtual one would keep its
 * carrier for as long, and with as many computing as there are cores no message of any customer
 * would move. Closing waits for the calls that are under way.
 */
public final class Network implements AutoCloseable {

  private static final int IDLE_SECONDS = 10;

  private final String name;
  private final Model model;
  private final ExecutorService threads;
  private final Queue<Predictor<Row, float[]>> free = new ConcurrentLinkedQueue<>();
  private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();
  private boolean closed;

  private Network(String name, Model model, int concurrency) {
    this.name = name;
    this.model = model;
    this.threads = threads(name, concurrency);
  }

  private static ExecutorService threads(String name, int concurrency) {
    var threads =
        new ThreadPoolExecutor(
            concurrency,
            concurrency,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              var thread =
                  Thread.ofPlatform()
                      .name("inference-" + name)
                      .daemon()
                      .inheritInheritableThreadLocals(false)
                      .unstarted(work);
              thread.setContextClassLoader(Network.class.getClassLoader());
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /**
   * Loads a network.
   *
   * @param name how messages call it
   * @throws ModelUnavailableException when these bytes are no network that can be run here
   */
  public static Network load(String name, byte[] onnx, int concurrency) {
    return Inference.with(
        () -> {
          var model = Model.newInstance(name, Device.cpu(), Inference.engine());
          try {
            model.load(
                new ByteArrayInputStream(onnx),
                Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1"));
            return new Network(name, model, concurrency);
          } catch (IOException | MalformedModelException | RuntimeException e) {
            model.close();
            throw new ModelUnavailableException(
                "Cannot load network %s (%d bytes): %s"
                    .formatted(name, onnx.length, rootOf(e).getMessage()),
                e);
          }
        });
  }

  /** Runs one row of numbers through the network. */
  public float[] run(float[] features) {
    return run(new Row.Features(features));
  }

  /** Runs one row of several equally long lists of ids; gives the first output, flattened. */
  public float[] run(List<long[]> ids) {
    return run(new Row.Ids(ids));
  }

  private float[] run(Row row) {
    try {
      return CompletableFuture.supplyAsync(() -> compute(row), threads).join();
    } catch (RejectedExecutionException e) {
      throw new ModelUnavailableException(closed(), e);
    } catch (CompletionException e) {
      if (e.getCause() instanceof ModelUnavailableException unavailable) {
        throw unavailable;
      }
      throw e;
    }
  }

  private float[] compute(Row row) {
    life.readLock().lock();
    try {
      if (closed) {
        throw new ModelUnavailableException(closed());
      }
      var predictor = free.poll();
      var mine = predictor == null ? model.newPredictor(new RowTranslator()) : predictor;
      try {
        return mine.predict(row);
      } finally {
        free.add(mine);
      }
    } catch (TranslateException e) {
      throw new ModelUnavailableException(
          "Network " + name + " cannot be run: " + rootOf(e).getMessage(), e);
    } finally {
      life.readLock().unlock();
    }
  }

  private String closed() {
    return "Network " + name + " has been closed";
  }

  /** Frees the memory that the network holds; closing twice is closing once. */
  @Override
  public void close() {
    life.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        threads.shutdown();
        free.forEach(Predictor::close);
        model.close();
      }
    } finally {
      life.writeLock().unlock();
    }
  }

  private static Throwable rootOf(Throwable fault) {
    var root = fault;
    for (var cause = root.getCause(); cause != null; cause = cause.getCause()) {
      root = cause;
    }
    return root;
  }

  private sealed interface Row {
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Features(float[] values) implements Row {}

    record Ids(List<long[]> lists) implements Row {}
  }

  private static final class RowTranslator implements NoBatchifyTranslator<Row, float[]> {
    @Override
    public NDList processInput(TranslatorContext context, Row row) {
      return new NDList(arrays(context.getNDManager(), row));
    }

    private static List<NDArray> arrays(NDManager manager, Row row) {
      return switch (row) {
        case Row.Features(var values) ->
            List.of(manager.create(values, new Shape(1, values.length)));
        case Row.Ids(var lists) -> {
          var arrays = new ArrayList<NDArray>(lists.size());
          for (var ids : lists) {
            arrays.add(manager.create(ids, new Shape(1, ids.length)));
          }
          yield arrays;
        }
      };
    }

    @Override
    public float[] processOutput(TranslatorContext context, NDList outputs) {
      return outputs.get(0).toFloatArray();
    }
  }
}
