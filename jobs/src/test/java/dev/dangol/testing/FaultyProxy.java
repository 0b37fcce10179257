package dev.dangol.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/** Proxy in front of an object store that does harm to conditional writes, where it is told to. */
public final class FaultyProxy implements AutoCloseable {
  /** Harm that is done. */
  public enum Fault {
    NONE,
    /** The answer to the next conditional write is lost; the store has carried it out. */
    ANSWER_LOST,
    /** The store never hears of conditions. */
    CONDITION_LOST
  }

  private static final String CONDITION = "If-None-Match";

  private final URI server;
  private final ServerSocket door;
  private final AtomicReference<Fault> fault = new AtomicReference<>(Fault.NONE);

  public FaultyProxy(String address) {
    this.server = URI.create(address);
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    start(this::accept);
  }

  public String address() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  public void does(Fault harm) {
    fault.set(harm);
  }

  /** The harm that is still to be done. */
  public Fault fault() {
    return fault.get();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  private void accept() throws IOException {
    while (!door.isClosed()) {
      Connection connection =
          new Connection(door.accept(), new Socket(server.getHost(), server.getPort()));
      start(connection::ask);
      start(connection::answer);
    }
  }

  private static void start(Piece work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException closed) {
                // Either side has hung up, which ends this thread.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private interface Piece {
    void run() throws IOException;
  }

  /** Connection of a client, passed on. */
  private final class Connection {
    private final Socket client;
    private final Socket store;
    private volatile boolean conditional;

    private Connection(Socket client, Socket store) {
      this.client = client;
      this.store = store;
    }

    private void ask() throws IOException {
      InputStream in = client.getInputStream();
      OutputStream out = store.getOutputStream();
      for (byte[] some = some(in); some.length > 0; some = some(in)) {
        String text = new String(some, StandardCharsets.ISO_8859_1);
        conditional |= text.contains(CONDITION);
        if (fault.get() == Fault.CONDITION_LOST) {
          text = text.replace(CONDITION, "X-Nothing-New");
        }
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
      }
      store.close();
    }

    private void answer() throws IOException {
      InputStream in = store.getInputStream();
      for (byte[] some = some(in); some.length > 0; some = some(in)) {
        boolean goAhead = new String(some, StandardCharsets.ISO_8859_1).startsWith("HTTP/1.1 100");
        if (!goAhead && conditional && fault.compareAndSet(Fault.ANSWER_LOST, Fault.NONE)) {
          break;
        }
        conditional &= goAhead;
        client.getOutputStream().write(some);
        client.getOutputStream().flush();
      }
      client.close();
      store.close();
    }

    private static byte[] some(InputStream in) throws IOException {
      byte[] buffer = new byte[65536];
      int read = in.read(buffer);
      return java.util.Arrays.copyOf(buffer, Math.max(read, 0));
    }
  }
}
