package io.baytap.local.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** Looks into every file below a folder. */
public final class FileSearch {

    /** What is larger is not unpacked, should it be packed. */
    private static final long WHOLE_MAX = 64L << 20;

    private final Findings findings;
    private long files;

    public FileSearch(Findings findings) {
        this.findings = findings;
    }

    /**
     * Looks into them; a file that goes away meanwhile is passed over.
     *
     * @param without folders, as seen from that one, that are left out
     */
    public void run(Path folder, Set<Path> without) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return without.contains(folder.relativize(directory))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile()) {
                        look(folder.relativize(file).toString(), file, attributes.size());
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many were looked into. */
    public long files() {
        return files;
    }

    private void look(String name, Path file, long size) throws IOException {
        files++;
        try (var in = Files.newInputStream(file)) {
            if (size <= WHOLE_MAX) {
                findings.look("file " + name, in.readAllBytes());
            } else {
                findings.look("file " + name, in);
            }
        } catch (NoSuchFileException gone) {
            files--;
        }
    }
}
