package io.baytap.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How PostgreSQL, which refuses to run as root, is run nevertheless when this process is root's. */
enum OrdinaryUser {
    /** This process is no root's. */
    SELF(""),
    /** In a user namespace of its own, where root is nobody and yet owns the same files. */
    NAMESPACE("unshare -U"),
    /** Where user namespaces are not allowed: as the user nobody, whose files must then be made its own. */
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

    private static final int NOBODY_ID = 65534;

    private final String prefix;

    OrdinaryUser(String prefix) {
        this.prefix = prefix;
    }

    static OrdinaryUser find() {
        try {
            if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
                return SELF;
            }
            return succeeds(NAMESPACE.line(List.of("true"))) ? NAMESPACE : NOBODY;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program and its arguments, started as that user. */
    List<String> line(List<String> command) {
        List<String> line = new ArrayList<>(prefix.isEmpty() ? List.of() : List.of(prefix.split(" ", -1)));
        line.addAll(command);
        return line;
    }

    /** Gives the directory and all that is in it to that user. */
    void own(Path directory) {
        if (this != NOBODY) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (Path file : files.toList()) {
                Files.setAttribute(file, "unix:uid", NOBODY_ID);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where that user can read programs: root's home is closed to nobody. */
    Unpacked cache() {
        return this == NOBODY
                ? new Unpacked(Path.of(System.getProperty("java.io.tmpdir"), "baytap-cache-nobody"))
                : Unpacked.forUser();
    }

    private static boolean succeeds(List<String> line) throws IOException {
        try {
            return new ProcessBuilder(line)
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
