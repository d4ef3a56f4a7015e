package io.baytap.tap.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A process of the stack, to be frozen: to its clients it is away, and it comes back with all it had. */
public final class StackProcess {

    private final long pid;

    /** The one whose command line, and no other below this process, has that sign in it. */
    public static StackProcess find(String sign) {
        List<ProcessHandle> found = ProcessHandle.current()
                .descendants()
                .filter(process -> commandLine(process).contains(sign))
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

    /** From the system: Java's own answer ends after 4096 characters, in the middle of a class path. */
    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException e) {
            return ""; // it ended
        }
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
