package io.baytap.images;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The classes of a service, loaded and linked ahead of its start. Made by the Java of the image itself, and from a list of classes instead of a
 * run that is watched: so the same commit gives the same bytes. The list is what runs loaded once ({@link Training}).
 */
final class AotCache {

    static final String FILE = "app.aot";

    /** The file's page of checksums and offsets. Java looks at its checksums only when it is asked to (VerifySharedSpaces). */
    private static final int HEADER_BYTES = 4096;

    private AotCache() {}

    /** Makes it beside the service's {@code quarkus-run.jar}. */
    static void make(Path root, Path deployments, Path classes) throws IOException {
        Dump one = Dump.make(root, deployments, classes);
        Dump other = Dump.make(root, deployments, classes);
        Path file = deployments.resolve(FILE);
        try (var channel = Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(withoutTimes(one, other));
        }
        Files.setLastModifiedTime(file, FileTime.from(Trees.TIME));
    }

    /** The image's Java with the image's options. */
    static List<String> java(Path root) {
        List<String> line = new ArrayList<>();
        line.add(root.resolve("opt/java/bin/java").toAbsolutePath().toString());
        line.addAll(ServiceImage.JAVA_OPTIONS);
        return line;
    }

    /**
     * What both dumps agree on. Soft references remember in milliseconds of this machine's clock when they were last used; that is what two
     * dumps differ in, and becomes 0: long ago. Checksums become 0, too.
     *
     * @throws IllegalStateException if they differ in anything else
     */
    static ByteBuffer withoutTimes(Dump one, Dump other) {
        ByteBuffer bytes = one.bytes();
        ByteBuffer others = other.bytes();
        if (bytes.capacity() != others.capacity()) {
            throw new IllegalStateException("two AOT caches of the same classes differ in length");
        }
        for (int at = bytes.mismatch(others); at >= 0; at = bytes.mismatch(others)) {
            if (at < HEADER_BYTES) {
                int field = at & -Integer.BYTES;
                bytes.putInt(field, 0);
                others.putInt(field, 0);
            } else {
                int field = at & -Long.BYTES;
                if (!one.wasMadeAt(bytes.getLong(field)) || !other.wasMadeAt(others.getLong(field))) {
                    throw new IllegalStateException("two AOT caches of the same classes differ at byte " + at);
                }
                bytes.putLong(field, 0);
                others.putLong(field, 0);
            }
        }
        return bytes;
    }

    /**
     * A cache as Java wrote it.
     *
     * @param bytes all of it, little endian
     * @param began when, in milliseconds of the clock that soft references use
     * @param ended likewise
     */
    record Dump(ByteBuffer bytes, long began, long ended) {

        static Dump make(Path root, Path deployments, Path classes) throws IOException {
            List<String> line = new ArrayList<>(java(root));
            line.addAll(List.of(
                    "-Xshare:dump",
                    "-XX:+AOTClassLinking",
                    "-XX:SharedClassListFile=" + classes.toAbsolutePath(),
                    "-XX:SharedArchiveFile=" + FILE,
                    // Room enough never to collect garbage on the way, which would leave objects in another order.
                    "-Xms1g",
                    "-Xmx1g",
                    "-Xmn800m",
                    // Classes of the list that this service has not are no news.
                    "-Xlog:disable",
                    "-Xlog:all=error:stderr",
                    "-jar",
                    // A name without a directory: the place of this clone must not get into the image.
                    "quarkus-run.jar"));
            long began = now();
            Programs.run(deployments, line);
            Path file = deployments.resolve(FILE);
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            Dump dump = new Dump(bytes, began, now());
            Files.delete(file);
            return dump;
        }

        private static long now() {
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
        }

        boolean wasMadeAt(long time) {
            return time >= began && time <= ended;
        }
    }
}
