package io.baytap.tap.kit;

import java.io.IOException;
import java.util.List;

/** A process of the stack, to be frozen: to its clients it is away, and it comes back with all it had. */
public final class StackProcess {

    private final long pid;

    /** The one whose command line, and no other below this process, has that sign in it. */
    public static StackProcess find(String sign) {
        List<ProcessHandle> found = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(sign))
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " processes with " + sign);
        }
        return new StackProcess(found.getFirst().pid());
    }

    private StackProcess(long pid) {
        this.pid = pid;
    }

    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill -" + name + " " + pid + " gave " + status);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
