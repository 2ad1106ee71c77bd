package dev.hotdesk.understanding.inference;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import dev.hotdesk.routing.ModelUnavailableException;
import java.util.function.Supplier;

/**
 * Starts the inference engine, quietly: it must not look for other engines, ask who runs it, or
 * tell anyone that it was used.
 */
final class Inference {

  private static final String ENGINE = "OnnxRuntime";

  private Inference() {}

  /**
   * Does this with the engine running, under this module's class loader, since DJL finds its
   * engines through the thread's.
   */
  static <T> T with(Supplier<T> work) {
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("RUST_FLAVOR", "cpu");
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(Inference.class.getClassLoader());
    try {
      Engine.getEngine(ENGINE);
      OrtEnvironment.getEnvironment().setTelemetry(false);
      return work.get();
    } catch (LinkageError | EngineException | OrtException e) {
      throw new ModelUnavailableException(
          "The inference engine "
              + ENGINE
              + " does not start on this machine: "
              + e
              + ". To fix: check that the platform is supported and that the directory for"
              + " unpacked libraries (DJL_CACHE_DIR) can be written.",
          e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  static String engine() {
    return ENGINE;
  }
}
