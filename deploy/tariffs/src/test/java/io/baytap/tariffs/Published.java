package io.baytap.tariffs;

import io.baytap.tariffs.published.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the tests find the tables of this module, and the published files, where somebody put them beside the repository. */
public final class Published {

    /** The tables that the repository carries. */
    public static final Path TABLES = Path.of("published");

    public static final Path POLICIES = Path.of("policies");

    public static final Path SCHEMES = Path.of("schemes");

    /** The published files themselves; a clone does not have them. */
    public static final Path FILES = Path.of("../../../shared/data").normalize();

    private Published() {}

    public static boolean filesAreHere() {
        return Files.isDirectory(FILES.resolve("mtr"));
    }

    public static Figures figures() {
        try {
            return Figures.read(TABLES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
