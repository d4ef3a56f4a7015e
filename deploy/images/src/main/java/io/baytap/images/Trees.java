package io.baytap.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories that become layers. */
final class Trees {

    /** The time of every file in an image; the AOT cache remembers the times of jars and must find the same. */
    static final Instant TIME = Instant.ofEpochSecond(1);

    private Trees() {}

    /** Every file below the directory, in an order that does not depend on the file system. */
    static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(path -> !Files.isDirectory(path)).sorted().toList();
        }
    }

    /** Copies a file, what a link leads to instead of the link, and makes the directories above it. */
    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolveSibling("."));
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(to, FileTime.from(TIME));
    }

    /** The same for every file below a directory. */
    static void copyAll(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            copy(file, to.resolve(from.relativize(file)));
        }
    }

    /** Writes a file, and makes the directories above it. */
    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }

    /** Removes the directory with all that is in it, if it is there. */
    static void remove(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
