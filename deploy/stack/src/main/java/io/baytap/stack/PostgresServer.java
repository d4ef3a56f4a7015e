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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.tukaani.xz.XZInputStream;

/** One PostgreSQL server on the loopback address. */
final class PostgresServer {

    static final String USERNAME = "baytap";
    static final String PASSWORD = "baytap";

    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final Child process;
    private final Path data;
    private final int port;

    private PostgresServer(Child process, Path data, int port) {
        this.process = process;
        this.data = data;
        this.port = port;
    }

    /** @param durable whether a commit is on the disk when it returns */
    static PostgresServer start(Warden warden, LocalRepository repository, boolean durable) {
        OrdinaryUser user = OrdinaryUser.find();
        Path programs = user.cache().of(repository.postgresName(), () -> open(repository.postgres()));
        Path data = warden.directory("postgres").resolve("data");
        initialise(warden, user, programs, data);
        int port = Ports.free();
        Command command = Command.of(
                        "postgres",
                        user.line(server(programs, data, port, durable)),
                        Map.of("LC_ALL", "C.UTF-8"),
                        warden.directory("postgres").resolve("postgres.log"))
                // "Immediate shutdown": it ends its own children and gives its shared memory back.
                .endedBy("QUIT");
        return new PostgresServer(warden.start(command), data, port);
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
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), USERNAME, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the database " + name, e);
        }
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

    private static void initialise(Warden warden, OrdinaryUser user, Path programs, Path data) {
        Path work = warden.directory("postgres");
        Path password = work.resolve("password");
        try {
            Files.writeString(password, PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        user.own(work);
        List<String> line = List.of(
                programs.resolve("bin/initdb").toString(),
                "--pgdata=" + data,
                "--username=" + USERNAME,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-instructions",
                "--no-sync");
        warden.start(Command.of("postgres", user.line(line), Map.of("LC_ALL", "C.UTF-8"), work.resolve("initdb.log")))
                .awaitSuccess(START_MAX);
    }

    private static List<String> server(Path programs, Path data, int port, boolean durable) {
        List<String> line =
                new ArrayList<>(List.of(programs.resolve("bin/postgres").toString(), "-D", data.toString()));
        Map.of(
                        "port", Integer.toString(port),
                        "listen_addresses", "127.0.0.1",
                        "unix_socket_directories", "",
                        "max_connections", "100",
                        "shared_buffers", "64MB",
                        // Files in the data directory, not in /dev/shm: they go with it.
                        "dynamic_shared_memory_type", "mmap",
                        "fsync", durable ? "on" : "off",
                        "full_page_writes", durable ? "on" : "off")
                .forEach((name, value) -> line.addAll(List.of("-c", name + "=" + value)));
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
