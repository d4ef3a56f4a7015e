package io.baytap.tariffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory = Path.of(".");

    @Test
    void theTablesOfTheRepositoryAreWhatTheImporterMakesOfThePublishedFiles() throws IOException {
        assumeTrue(Published.filesAreHere(), "the published files are not beside the repository");
        Files.copy(Published.TABLES.resolve("routes.csv"), directory.resolve("routes.csv"));

        int exit = run("import", "--from", Published.FILES.toString(), "--into", directory.toString());

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        for (Path table : tables(Published.TABLES)) {
            assertThat(directory.resolve(table.getFileName())).hasSameTextualContentAs(table);
        }
        assertThat(tables(directory)).hasSameSizeAs(tables(Published.TABLES));
    }

    @Test
    void theIdsOfTheTablesComeOutTheSameFromNothing() throws IOException {
        assumeTrue(Published.filesAreHere(), "the published files are not beside the repository");

        run("import", "--from", Published.FILES.toString(), "--into", directory.toString());

        assertThat(directory.resolve("routes.csv")).hasSameTextualContentAs(Published.TABLES.resolve("routes.csv"));
    }

    @Test
    void aRefusedImportWritesNothingAndSaysWhy() throws IOException {
        Path files = Files.createDirectory(directory.resolve("files"));
        Path tables = Files.createDirectory(directory.resolve("tables"));

        int exit = run("import", "--from", files.toString(), "--into", tables.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString())
                .contains("mtr/mtr_lines_fares.csv: there is no such file")
                .contains("nothing was written");
        assertThat(tables(tables)).isEmpty();
    }

    @Test
    void aFolderThatIsNotNamedIsAskedFor() {
        int exit = run("import");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("--from=DIR");
    }

    private int run(String... arguments) {
        return Tariffs.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private static List<Path> tables(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }
}
