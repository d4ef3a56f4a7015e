package io.baytap.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Archives unpacked once per user and version, and kept for the next start. */
final class Unpacked {

    /** Opens the tar stream inside an archive. */
    interface Opener {
        InputStream open() throws IOException;
    }

    private final Path cache;

    Unpacked(Path cache) {
        this.cache = cache;
    }

    /** The user's cache directory; one below the directory for temporary files if the user has no home. */
    static Unpacked forUser() {
        String named = System.getenv("XDG_CACHE_HOME");
        Path home = Path.of(System.getProperty("user.home"));
        Path caches = named != null && !named.isEmpty() ? Path.of(named) : home.resolve(".cache");
        if (Files.isWritable(Files.isDirectory(caches) ? caches : home)) {
            return new Unpacked(caches.resolve("baytap"));
        }
        return new Unpacked(
                Path.of(System.getProperty("java.io.tmpdir"), "baytap-cache-" + System.getProperty("user.name")));
    }

    /** The directory with the archive's content. Whole or not there: two starts at once, or a kill in between, do no harm. */
    Path of(String name, Opener archive) {
        Path target = cache.resolve(name);
        // One thread of this process, then one process of this machine.
        synchronized (Unpacked.class) {
            try {
                Files.createDirectories(cache);
                try (FileChannel channel = FileChannel.open(
                                cache.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock _ = channel.lock()) {
                    if (!Files.isDirectory(target)) {
                        Path part = cache.resolve(name + ".part");
                        delete(part);
                        unpack(archive, Files.createDirectories(part));
                        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot unpack " + name + " into " + cache, e);
            }
        }
        return target;
    }

    private static void unpack(Opener archive, Path into) throws IOException {
        Process tar = new ProcessBuilder("tar", "-x", "-C", into.toString())
                .redirectErrorStream(true)
                .start();
        try (InputStream in = archive.open();
                OutputStream out = tar.getOutputStream()) {
            in.transferTo(out);
        }
        String said = new String(tar.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (tar.waitFor() != 0) {
                throw new IOException("tar: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while unpacking", e);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
