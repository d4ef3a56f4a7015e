package io.baytap.stack;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that runs {@link LauncherMain}, and every process that came of it, known by a mark in their environment. */
final class Launcher {

    private static final Duration GONE_MAX = Duration.ofSeconds(30);

    private final String mark = "BAYTAP_TEST_MARK=" + UUID.randomUUID();
    private final Path temporary;
    private final Process process;

    /** In a process group of its own, as a shell starts it. */
    Launcher(Path temporary, List<String> prefix, String classpath, List<String> options) throws IOException {
        this.temporary = temporary;
        List<String> line = new ArrayList<>(List.of("setsid", "env", mark));
        line.addAll(prefix);
        line.addAll(List.of(Command.java(), "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + temporary));
        line.addAll(options);
        line.addAll(List.of("-cp", classpath, LauncherMain.class.getName()));
        process = new ProcessBuilder(line)
                .directory(Path.of("/").toFile())
                .redirectError(Redirect.DISCARD)
                .start();
    }

    void awaitReady() throws IOException {
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (!LauncherMain.READY.equals(line)) {
            throw new IOException("the launcher said: " + line);
        }
    }

    /** Lets it run for that long; less if it ends. */
    void runFor(Duration time) throws InterruptedException {
        process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ctrl-C: every process of the group gets the signal. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -s INT -- -" + process.pid())
                .start()
                .waitFor();
        awaitEnd();
    }

    void closeInput() throws IOException, InterruptedException {
        process.getOutputStream().close();
        awaitEnd();
    }

    private void awaitEnd() throws IOException, InterruptedException {
        if (!process.waitFor(GONE_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("the launcher did not end");
        }
    }

    /** What is left of it: processes, and directories other than the cache of unpacked archives. */
    List<String> remains() {
        List<String> remains = new ArrayList<>();
        try (Stream<Path> processes = Files.list(Path.of("/proc"));
                Stream<Path> directories = Files.list(temporary)) {
            processes
                    .filter(path ->
                            Character.isDigit(path.getFileName().toString().charAt(0)))
                    .filter(this::isOurs)
                    .map(Path::toString)
                    .forEach(remains::add);
            directories
                    .filter(path -> path.getFileName().toString().matches("baytap-\\d+-.*"))
                    .map(Path::toString)
                    .forEach(remains::add);
            return remains;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitNothingLeft() {
        await().atMost(GONE_MAX).until(this::remains, List::isEmpty);
    }

    private boolean isOurs(Path process) {
        try {
            return new String(Files.readAllBytes(process.resolve("environ")), StandardCharsets.ISO_8859_1)
                            .contains(mark)
                    || Files.readSymbolicLink(process.resolve("cwd")).startsWith(temporary);
        } catch (IOException goneOrAnotherUsers) {
            return false;
        }
    }
}
