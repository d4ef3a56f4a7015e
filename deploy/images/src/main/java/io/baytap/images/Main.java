package io.baytap.images;

import java.nio.file.Path;
import java.time.Instant;

/** {@code make images}: an archive and a bill of materials for each service. */
public final class Main {

    private Main() {}

    /**
     * Makes all images.
     *
     * @param arguments the clone's directory, the version, the commit and its time
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        Path clone = Path.of(arguments[0]).toAbsolutePath().normalize();
        Release release = new Release(arguments[1], arguments[2], Instant.parse(arguments[3]));
        new Images(clone, release, clone.resolve("deploy/images/target/images")).make(System.out);
        // The threads that wrote the layers.
        System.exit(0);
    }
}
