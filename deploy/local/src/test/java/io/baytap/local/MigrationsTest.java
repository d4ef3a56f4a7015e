package io.baytap.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What services may do to their databases: while a release is rolled out, and after it was rolled back, the one before runs on the newer
 * tables. {@code migrations.sha256} lists what was released; a release adds its own with {@code sha256sum}.
 */
class MigrationsTest {

    private static final Path ROOT = Layout.find().root();
    private static final String FOLDER = "src/main/resources/db/migration";

    /** Says in a migration that no release in use needs any more what it takes away. */
    private static final String CONTRACTS = "-- contracts:";

    /** Takes away or changes what is there. An index or a rule may go: who writes what it forbade is of now. */
    private static final Pattern CONTRACTION =
            Pattern.compile("\\bdrop (table|column|view|function|type|schema|sequence)\\b|\\brename\\b|\\btruncate\\b"
                    + "|\\balter column \\S+ (set data )?type\\b|\\bset not null\\b"
                    + "|\\badd column \\S+ [^,;]*\\bnot null\\b(?![^,;]*\\bdefault\\b)"
                    + "|\\bupdate (?!(on|or|of|set|skip)\\b)\\w+\\b(?=.*\\bset\\b)");

    @Test
    void aReleasedMigrationIsNeverChanged() throws Exception {
        Map<String, String> now = new TreeMap<>();
        for (Path file : migrations()) {
            now.put(ROOT.relativize(file).toString(), sha256(file));
        }

        assertThat(now).containsAllEntriesOf(released());
    }

    @Test
    void aNewMigrationTakesNothingAwayThatTheReleaseBeforeUses() throws Exception {
        for (Path file : migrations()) {
            if (!released().containsKey(ROOT.relativize(file).toString())) {
                assertThat(contractions(Files.readString(file)))
                        .as("%s: expand now, contract when no release needs it; then say so by '%s'", file, CONTRACTS)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table charge drop column payer_rate;",
                "drop table seen;",
                "alter table a\n  rename to b;",
                "alter table a alter column b type bigint;",
                "alter table a alter column b set not null;",
                "alter table a add column b text not null;",
                "alter table a add column b text not null, add column c int not null default 0;",
                "UPDATE line_event SET event = 1;"
            })
    void whatIsTakenAwayIsFound(String sql) {
        assertThat(contractions(sql)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table a (b text not null);",
                "alter table a add column b text;",
                "alter table a add column b int not null default 0 check (b >= 0);",
                "drop index journal_of_bank;",
                "-- drop table seen;\ncreate table b (c int);",
                "-- contracts: 0.3.0 reads seen no more\ndrop table seen;"
            })
    void whatIsAddedIsNot(String sql) {
        assertThat(contractions(sql)).isEmpty();
    }

    private static List<String> contractions(String sql) {
        if (sql.lines().anyMatch(line -> line.startsWith(CONTRACTS))) {
            return List.of();
        }
        String said = sql.lines()
                .filter(line -> !line.strip().startsWith("--"))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
        return CONTRACTION.matcher(said).results().map(match -> match.group()).toList();
    }

    private static List<Path> migrations() throws IOException {
        try (Stream<Path> services = Files.list(ROOT.resolve("services"))) {
            List<Path> folders = services.map(service -> service.resolve(FOLDER))
                    .filter(Files::isDirectory)
                    .toList();
            assertThat(folders).isNotEmpty();
            return folders.stream().flatMap(MigrationsTest::files).sorted().toList();
        }
    }

    private static Stream<Path> files(Path folder) {
        return Stream.of(Objects.requireNonNull(folder.toFile().listFiles()))
                .map(file -> file.toPath())
                .filter(file -> file.toString().endsWith(".sql"));
    }

    private static Map<String, String> released() throws IOException {
        try (InputStream in = Objects.requireNonNull(MigrationsTest.class.getResourceAsStream("/migrations.sha256"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("  ", 2))
                    .collect(Collectors.toMap(line -> line[1], line -> line[0]));
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
