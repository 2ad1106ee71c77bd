package dev.hotdesk.weave;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Waiting that can be stopped though it does not heed interruptions. Public because woven code lies
 * in other packages.
 */
public final class WaitDetours {

  private WaitDetours() {}

  @InsteadOf(value = ServerSocket.class, wantsCaller = true)
  public static Socket accept(ServerSocket socket, Class<?> caller) throws IOException {
    return Guard.order(caller).waits().reading(socket, socket::accept);
  }

  @InsteadOf(value = DatagramSocket.class, wantsCaller = true)
  public static void receive(DatagramSocket socket, DatagramPacket packet, Class<?> caller)
      throws IOException {
    Guard.order(caller)
        .waits()
        .reading(
            socket,
            () -> {
              socket.receive(packet);
              return packet;
            });
  }

  @InsteadOf(value = Socket.class, wantsCaller = true)
  public static InputStream getInputStream(Socket socket, Class<?> caller) throws IOException {
    return new WatchedStream(socket.getInputStream(), socket, Guard.order(caller).waits());
  }

  @InsteadOf(value = Lock.class, wantsCaller = true)
  public static void lock(Lock lock, Class<?> caller) {
    if (lock.getClass().getClassLoader() == null) {
      Guard.order(caller).waits().uninterruptibly(lock::lockInterruptibly);
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
    Guard.order(caller).waits().uninterruptibly(semaphore::acquire);
  }
}
