package dev.hotdesk.weave;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodHandles.Lookup.ClassOption;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What woven code calls instead of methods of the JDK that could not be stopped, that would define
 * classes without checks, or that would end the runtime. Public because woven code lies in other
 * packages.
 */
@SuppressWarnings("DoNotCallSuggester") // Woven code calls what must not be called.
public final class Detours {

  /** No thread of a plugin has a deeper stack: to unwind 64 MB takes seconds. */
  static final long STACK_BYTES = 1 << 20;

  private Detours() {}

  private static CharSequence watched(CharSequence text, Class<?> caller) {
    return text == null ? text : new WatchedText(text, Guard.order(caller));
  }

  @InsteadOf(value = Pattern.class, wantsCaller = true)
  public static Matcher matcher(Pattern pattern, CharSequence text, Class<?> caller) {
    return pattern.matcher(watched(text, caller));
  }

  @InsteadOf(value = Matcher.class, wantsCaller = true)
  public static Matcher reset(Matcher matcher, CharSequence text, Class<?> caller) {
    return matcher.reset(watched(text, caller));
  }

  @InsteadOf(value = Pattern.class, isStatic = true, wantsCaller = true)
  public static boolean matches(String regex, CharSequence text, Class<?> caller) {
    return Pattern.matches(regex, watched(text, caller));
  }

  @InsteadOf(value = Pattern.class, wantsCaller = true)
  public static String[] split(Pattern pattern, CharSequence text, Class<?> caller) {
    return pattern.split(watched(text, caller));
  }

  @InsteadOf(value = Pattern.class, wantsCaller = true)
  public static String[] split(Pattern pattern, CharSequence text, int limit, Class<?> caller) {
    return pattern.split(watched(text, caller), limit);
  }

  @InsteadOf(value = Pattern.class, wantsCaller = true)
  public static Stream<String> splitAsStream(Pattern pattern, CharSequence text, Class<?> caller) {
    return pattern.splitAsStream(watched(text, caller));
  }

  @InsteadOf(value = Pattern.class, wantsCaller = true)
  public static Predicate<String> asPredicate(Pattern pattern, Class<?> caller) {
    return text -> pattern.matcher(watched(text, caller)).find();
  }

  @InsteadOf(value = Pattern.class, wantsCaller = true)
  public static Predicate<String> asMatchPredicate(Pattern pattern, Class<?> caller) {
    return text -> pattern.matcher(watched(text, caller)).matches();
  }

  @InsteadOf(value = String.class, wantsCaller = true)
  public static boolean matches(String text, String regex, Class<?> caller) {
    return Pattern.compile(regex).matcher(watched(text, caller)).matches();
  }

  @InsteadOf(value = String.class, wantsCaller = true)
  public static String replaceAll(String text, String regex, String by, Class<?> caller) {
    return Pattern.compile(regex).matcher(watched(text, caller)).replaceAll(by);
  }

  @InsteadOf(value = String.class, wantsCaller = true)
  public static String replaceFirst(String text, String regex, String by, Class<?> caller) {
    return Pattern.compile(regex).matcher(watched(text, caller)).replaceFirst(by);
  }

  @InsteadOf(value = String.class, wantsCaller = true)
  public static String[] split(String text, String regex, Class<?> caller) {
    return split(text, regex, 0, caller);
  }

  @InsteadOf(value = String.class, wantsCaller = true)
  public static String[] split(String text, String regex, int limit, Class<?> caller) {
    return regex.length() <= 2 // Too short to wander, and the JDK has a faster way.
        ? text.split(regex, limit)
        : Pattern.compile(regex).split(watched(text, caller), limit);
  }

  @InsteadOf(value = ServerSocket.class, wantsCaller = true)
  public static Socket accept(ServerSocket socket, Class<?> caller) throws IOException {
    var order = Guard.order(caller);
    order.waitingFor(socket);
    try {
      order.check();
      return socket.accept();
    } finally {
      order.waitingNoMore();
    }
  }

  @InsteadOf(value = DatagramSocket.class, wantsCaller = true)
  public static void receive(DatagramSocket socket, DatagramPacket packet, Class<?> caller)
      throws IOException {
    var order = Guard.order(caller);
    order.waitingFor(socket);
    try {
      order.check();
      socket.receive(packet);
    } finally {
      order.waitingNoMore();
    }
  }

  @InsteadOf(value = Socket.class, wantsCaller = true)
  public static InputStream getInputStream(Socket socket, Class<?> caller) throws IOException {
    return new WatchedStream(socket.getInputStream(), socket, Guard.order(caller));
  }

  @InsteadOf(value = Lock.class, wantsCaller = true)
  public static void lock(Lock lock, Class<?> caller) {
    if (lock.getClass().getClassLoader() == null) {
      Guard.order(caller).uninterruptibly(lock::lockInterruptibly);
    } else {
      lock.lock();
    }
  }

  @InsteadOf(value = ReentrantLock.class, wantsCaller = true)
  public static void lock(ReentrantLock lock, Class<?> caller) {
    lock((Lock) lock, caller);
  }

  @InsteadOf(value = Semaphore.class, wantsCaller = true)
  public static void acquireUninterruptibly(Semaphore semaphore, Class<?> caller) {
    Guard.order(caller).uninterruptibly(semaphore::acquire);
  }

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

  @InsteadOf(value = System.class, isStatic = true)
  public static void exit(int status) {
    throw refusal("System.exit");
  }

  @InsteadOf(Runtime.class)
  public static void exit(Runtime runtime, int status) {
    throw refusal("Runtime.exit");
  }

  @InsteadOf(Runtime.class)
  public static void halt(Runtime runtime, int status) {
    throw refusal("Runtime.halt");
  }

  /** A call by reflection does not pass by the others; this one is asked first. */
  public static void allow(Method method) {
    refuseEnd(method.getDeclaringClass(), method.getName());
  }

  @InsteadOf(Lookup.class)
  public static MethodHandle findStatic(Lookup lookup, Class<?> in, String name, MethodType type)
      throws ReflectiveOperationException {
    refuseEnd(in, name);
    return lookup.findStatic(in, name, type);
  }

  @InsteadOf(Lookup.class)
  public static MethodHandle findVirtual(Lookup lookup, Class<?> in, String name, MethodType type)
      throws ReflectiveOperationException {
    refuseEnd(in, name);
    return lookup.findVirtual(in, name, type);
  }

  private static void refuseEnd(Class<?> in, String name) {
    if ((in == System.class || in == Runtime.class)
        && (name.equals("exit") || name.equals("halt"))) {
      throw refusal(in.getSimpleName() + "." + name);
    }
  }

  // Virtual threads share the few carriers of the whole runtime, and are on no list of threads.

  @InsteadOf(value = Thread.class, isStatic = true)
  public static Thread startVirtualThread(Runnable work) {
    return Thread.ofPlatform().daemon().start(work);
  }

  @InsteadOf(value = Executors.class, isStatic = true)
  public static ExecutorService newVirtualThreadPerTaskExecutor() {
    return Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
  }

  @InsteadOf(value = Thread.class, isStatic = true)
  public static Thread.Builder.OfVirtual ofVirtual() {
    throw new UnsupportedOperationException(
        "Thread.ofVirtual was called by a plugin, whose threads must be countable; wanted platform"
            + " threads: call Thread.ofPlatform instead.");
  }

  private static SecurityException refusal(String call) {
    return new SecurityException(
        call
            + " was called by a plugin, which would end the runtime; wanted an exception or an"
            + " answer: throw or return instead.");
  }

  /** How deep the stack of a thread may be that a plugin makes. */
  public static long stackSize(long wanted) {
    return Math.min(wanted, STACK_BYTES);
  }

  /** A class that a loader of the plugin's own is about to define. */
  public static byte[] woven(byte[] bytes, int offset, int length) {
    return Weaver.weave(java.util.Arrays.copyOfRange(bytes, offset, offset + length));
  }

  /** As {@link #woven(byte[], int, int)}. */
  public static java.nio.ByteBuffer woven(java.nio.ByteBuffer bytes) {
    var copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return java.nio.ByteBuffer.wrap(Weaver.weave(copy));
  }
}
