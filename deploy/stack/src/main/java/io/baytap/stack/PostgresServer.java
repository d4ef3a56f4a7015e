package io.baytap.stack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** One PostgreSQL server on the loopback address. */
final class PostgresServer {

    static final String USERNAME = "baytap";
    static final String PASSWORD = "baytap";

    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final String ARCHIVE = "archive";
    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    /** What becomes of what it commits. */
    enum Keeping {
        /** Its data lives as long as the process. */
        NOTHING,
        /** A commit is on the disk when it returns. */
        COMMITS,
        /** What is written goes to an archive beside the data, a second after it at the latest, in segments of 1 MiB. */
        ARCHIVE
    }

    private final Warden warden;
    private final OrdinaryUser user;
    private final Command command;
    private final Path work;
    private final Path data;
    private final int port;
    private Child process;

    private PostgresServer(Warden warden, OrdinaryUser user, Command command, Path work, int port) {
        this.warden = warden;
        this.user = user;
        this.command = command;
        this.work = work;
        this.data = data(work);
        this.port = port;
        this.process = warden.start(command);
    }

    static PostgresServer start(Warden warden, LocalRepository repository, Keeping keeping) {
        OrdinaryUser user = OrdinaryUser.find();
        Path programs = user.cache().of(repository.postgresName(), () -> open(repository.postgres()));
        Path work = warden.directory("postgres");
        warden.directory("postgres/" + ARCHIVE);
        initialise(warden, user, programs, work, keeping);
        int port = Ports.free();
        Command command = Command.of(
                        "postgres",
                        user.line(server(programs, work, port, keeping)),
                        Map.of("LC_ALL", "C.UTF-8"),
                        work.resolve("postgres.log"))
                // "Immediate shutdown": it ends its own children and gives its shared memory back.
                .endedBy("QUIT");
        return new PostgresServer(warden, user, command, work, port);
    }

    /** A backup of all databases, taken while they are used; where it is. */
    Path backUp() {
        Path to = work.resolve("base-" + UUID.randomUUID());
        try (Connection connection = connect()) {
            BaseBackup.take(connection, data, to);
            return to;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot back up", e);
        }
    }

    /** Ends it as a power cut would, and takes its data away. */
    void lose() {
        process.kill();
        try {
            // Its children end by themselves, and may still write there.
            Files.move(data, work.resolve("lost-" + UUID.randomUUID()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it with what a backup and the archive hold, and returns when it serves. */
    void restore(Path base, @Nullable Instant until) {
        BaseBackup.lay(base, data, work.resolve(ARCHIVE), until);
        user.own(data);
        process = warden.start(command);
        awaitReady();
    }

    /** Waits until connections are taken. */
    void awaitReady() {
        Path status = data.resolve("postmaster.pid");
        process.awaitReady(() -> saysReady(status), START_MAX);
    }

    void createDatabase(String name) {
        if (!DATABASE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for a database: " + name);
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the database " + name, e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl("postgres"), USERNAME, PASSWORD);
    }

    private static Path data(Path work) {
        return work.resolve("data");
    }

    String jdbcUrl(String database) {
        return "jdbc:" + reactiveUrl(database);
    }

    String reactiveUrl(String database) {
        return "postgresql://127.0.0.1:" + port + "/" + database;
    }

    Child process() {
        return process;
    }

    private static void initialise(Warden warden, OrdinaryUser user, Path programs, Path work, Keeping keeping) {
        Path password = work.resolve("password");
        try {
            Files.writeString(password, PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        user.own(work);
        List<String> line = new ArrayList<>(List.of(
                programs.resolve("bin/initdb").toString(),
                "--pgdata=" + data(work),
                "--username=" + USERNAME,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-instructions",
                "--no-sync"));
        if (keeping == Keeping.ARCHIVE) {
            line.add("--wal-segsize=1");
        }
        warden.start(Command.of("postgres", user.line(line), Map.of("LC_ALL", "C.UTF-8"), work.resolve("initdb.log")))
                .awaitSuccess(START_MAX);
    }

    private static List<String> server(Path programs, Path work, int port, Keeping keeping) {
        String durable = keeping == Keeping.COMMITS ? "on" : "off";
        Map<String, String> settings = new HashMap<>(Map.of(
                "port", Integer.toString(port),
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "max_connections", "100",
                "shared_buffers", "64MB",
                // Files in the data directory, not in /dev/shm: they go with it.
                "dynamic_shared_memory_type", "mmap",
                "fsync", durable,
                "full_page_writes", durable));
        if (keeping == Keeping.ARCHIVE) {
            Path archive = work.resolve(ARCHIVE);
            settings.putAll(Map.of(
                    "archive_mode",
                    "on",
                    // A segment is in the archive whole or not at all.
                    "archive_command",
                    "cp %%p %1$s/%%f.part && mv %1$s/%%f.part %1$s/%%f".formatted(archive),
                    "archive_timeout",
                    "1s"));
        }
        List<String> line = new ArrayList<>(List.of(
                programs.resolve("bin/postgres").toString(), "-D", data(work).toString()));
        settings.forEach((name, value) -> line.addAll(List.of("-c", name + "=" + value)));
        return line;
    }

    private static boolean saysReady(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .anyMatch(line -> line.strip().equals("ready"));
        } catch (IOException notYet) {
            return false;
        }
    }

    private static InputStream open(Path jar) throws IOException {
        ZipFile zip = new ZipFile(jar.toFile());
        var archive = zip.getEntry("postgres-linux-x86_64.txz");
        if (archive == null) {
            zip.close();
            throw new IOException(jar + " holds no PostgreSQL for this machine");
        }
        return new FilterInputStream(new XZInputStream(zip.getInputStream(archive))) {
            @Override
            public void close() throws IOException {
                zip.close();
            }
        };
    }
}
