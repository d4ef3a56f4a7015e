package io.baytap.local;

import io.baytap.stack.Command;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code up}: like {@code demo}, but in a process of its own that stays when this one ends. */
@CommandLine.Command(
        name = "up",
        description = "Starts the line, replays a day, and leaves everything running.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private static final long LOOK_MILLIS = 200;

    @Mixin
    private DayOptions day = new DayOptions();

    @Mixin
    private LineOptions line = new LineOptions();

    @Option(names = "--stay", hidden = true, description = "be the process that stays")
    private boolean stay;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Layout layout = Layout.find();
        Path output = layout.output("up");
        UpState state = new UpState(output);
        return stay ? stay(layout, output, state) : launch(output, state);
    }

    private int stay(Layout layout, Path output, UpState state) {
        new Demo(layout, Screen.standard(), day.settings(), line.settings(layout, day.settings()), output)
                .run((up, summary) -> {
                    state.write(summary.page(), summary.reconciled(), up.stack());
                    // Until down sends SIGTERM, which ends this process; the guard sees to the rest.
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        return 0;
    }

    private int launch(Path output, UpState state) throws IOException, InterruptedException {
        var before = state.read();
        if (before.isPresent() && DownCommand.isRunning(before.get())) {
            System.out.println("already up: " + before.get().getProperty("page"));
            return 0;
        }
        state.delete();
        Path log = output.resolve("up.log");
        Files.deleteIfExists(log);
        Process process = start(log);
        // Ctrl-C before the line is up ends it as well; nobody would know of it.
        Thread end = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(end);
        try (RandomAccessFile said = new RandomAccessFile(log.toFile(), "r")) {
            while (true) {
                boolean ended = process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                pass(said);
                var now = state.read();
                if (now.isPresent()) {
                    Runtime.getRuntime().removeShutdownHook(end);
                    return report(now.get());
                }
                if (ended) {
                    return 1;
                }
            }
        }
    }

    private static int report(Properties state) {
        boolean reconciled = Boolean.parseBoolean(state.getProperty("reconciled"));
        System.out.println("up, until make down: " + state.getProperty("page"));
        System.out.println("log in as one of those whom the development login lists");
        System.out.printf("broker %s, registry %s%n", state.getProperty("broker"), state.getProperty("registry"));
        return reconciled ? 0 : 1;
    }

    /** In a session of its own, so that no Ctrl-C in this terminal reaches it. */
    private Process start(Path log) throws IOException {
        List<String> program = new ArrayList<>(List.of(
                "setsid",
                Command.java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                ownPath(),
                Main.class.getName(),
                "up",
                "--stay"));
        program.addAll(day.arguments());
        program.addAll(line.arguments());
        return new ProcessBuilder(program)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
    }

    private static String ownPath() {
        try {
            return Path.of(UpCommand.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pass(RandomAccessFile said) throws IOException {
        byte[] fresh = new byte[(int) (said.length() - said.getFilePointer())];
        said.readFully(fresh);
        System.out.print(new String(fresh, StandardCharsets.UTF_8));
        System.out.flush();
    }
}
