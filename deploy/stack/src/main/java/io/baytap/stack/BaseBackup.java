package io.baytap.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A copy of a running PostgreSQL's data directory, by its low-level API, and a data directory made of it and of archived WAL. */
final class BaseBackup {

    /** Folders whose contents a backup does without, by PostgreSQL's documentation of the low-level API. */
    private static final Set<String> EMPTY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts");

    /** While it reads its settings PostgreSQL knows no names of zones, not even Z. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

    private BaseBackup() {}

    /** Copies the data directory to one that is not there yet; returns when the WAL that the copy needs is archived. */
    static void take(Connection connection, Path data, Path to) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('base', fast => true)");
            copy(data, to);
            try (ResultSet stopped = statement.executeQuery("select labelfile from pg_backup_stop()")) {
                stopped.next();
                Files.writeString(to.resolve("backup_label"), stopped.getString(1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes a data directory with which a server starts, recovers and then serves.
     *
     * @param until the last commits that it has are of this time; null: all that were archived
     */
    static void lay(Path base, Path data, Path archive, @Nullable Instant until) {
        String target = until == null
                ? ""
                : "recovery_target_time = '%s'%nrecovery_target_action = 'promote'%n".formatted(TIME.format(until));
        try {
            copy(base, data);
            Files.writeString(
                    data.resolve("postgresql.auto.conf"),
                    "restore_command = 'cp %s/%%f %%p'%n%s".formatted(archive, target),
                    StandardOpenOption.APPEND);
            Files.createFile(data.resolve("recovery.signal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.copy(folder, to.resolve(from.relativize(folder)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path relative = from.relativize(file);
                if (!EMPTY.contains(relative.getName(0).toString()) && !LEFT_OUT.contains(relative.toString())) {
                    try {
                        Files.copy(file, to.resolve(relative), StandardCopyOption.COPY_ATTRIBUTES);
                    } catch (NoSuchFileException gone) {
                        // The server removed it meanwhile; the WAL says so.
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
    }
}
