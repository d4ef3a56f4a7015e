package io.baytap.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Mosquitto on the loopback address, an MQTT 5 broker; the program is the system's own. */
public final class MosquittoBroker {

    private static final Duration START_MAX = Duration.ofSeconds(30);

    private final Child process;
    private final int port;

    private MosquittoBroker(Child process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it under the warden and returns when it serves.
     *
     * @throws IllegalStateException if the machine has no Mosquitto, or with the end of its log if it does not start
     */
    public static MosquittoBroker start(Warden warden) {
        Path directory = warden.directory("mosquitto");
        int port = Ports.free();
        Path settings = directory.resolve("mosquitto.conf");
        write(settings, """
                listener %d 127.0.0.1
                allow_anonymous true
                persistence false
                user %s
                """.formatted(port, System.getProperty("user.name")));
        Child process = warden.start(Command.of(
                "mosquitto",
                List.of(program().toString(), "-c", settings.toString()),
                Map.of(),
                directory.resolve("mosquitto.log")));
        var broker = new MosquittoBroker(process, port);
        process.awaitReady(() -> Ports.isOpen(port), START_MAX);
        return broker;
    }

    /** Where it is. */
    public URI url() {
        return URI.create("mqtt://127.0.0.1:" + port);
    }

    /** To be watched or killed. */
    public Child process() {
        return process;
    }

    private static Path program() {
        return Stream.concat(
                        Stream.of("/usr/sbin", "/usr/local/sbin"),
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1)))
                .map(folder -> Path.of(folder, "mosquitto"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "there is no mosquitto on this machine; it is a Debian package: apt-get install mosquitto"));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
