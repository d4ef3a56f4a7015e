package io.baytap.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** One address for the replicas of a service, as a Service is in Kubernetes: each connection goes to the next replica that takes it. */
final class Door implements AutoCloseable {

    private static final int BACKLOG = 200;

    private final ServerSocket socket;
    private final List<Integer> ports = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Door(ServerSocket socket) {
        this.socket = socket;
    }

    /** Leads nowhere yet. */
    static Door open() {
        try {
            Door door = new Door(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
            door.threads.execute(door::accept);
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** From now on connections go there, too. */
    void add(int port) {
        ports.add(port);
    }

    /** No new connection goes there; those that it has stay. */
    void remove(int port) {
        ports.remove(Integer.valueOf(port));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            // Whoever waits at a socket in a virtual thread has it closed.
            threads.shutdownNow();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket replica = connect()) {
            threads.execute(() -> pass(client, replica));
            pass(replica, client);
        } catch (IOException gone) {
            // The client sees its connection end, and tries again.
        }
    }

    private Socket connect() throws IOException {
        IOException refused = new IOException("no replica");
        for (int tries = ports.size(); tries > 0; tries--) {
            List<Integer> open = List.copyOf(ports);
            if (open.isEmpty()) {
                break;
            }
            try {
                return new Socket(
                        InetAddress.getLoopbackAddress(), open.get(Math.floorMod(turn.getAndIncrement(), open.size())));
            } catch (IOException e) {
                refused = e;
            }
        }
        throw refused;
    }

    /** Until one of them has ended; then the other has, too. */
    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // Both are closed.
        }
    }
}
