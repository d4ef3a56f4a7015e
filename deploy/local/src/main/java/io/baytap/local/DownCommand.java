package io.baytap.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/** {@code down}: ends what {@code up} left running and waits until all of it is gone. */
@Command(name = "down", description = "Ends what up left running.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    private static final Duration GONE_MAX = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 100;

    @Override
    public Integer call() throws InterruptedException {
        UpState state = new UpState(Layout.find().output("up"));
        Optional<Properties> up = state.read();
        if (up.isEmpty()) {
            System.out.println("nothing is up");
            return 0;
        }
        launcher(up.get()).ifPresent(ProcessHandle::destroy);
        Path directory = Path.of(up.get().getProperty("directory"));
        long deadline = System.nanoTime() + GONE_MAX.toNanos();
        var never = new CountDownLatch(1);
        // The guard removes the directory when no process is left.
        while (launcher(up.get()).isPresent() || Files.exists(directory)) {
            if (System.nanoTime() > deadline) {
                System.out.println("still there after " + GONE_MAX + ": " + directory);
                return 1;
            }
            boolean _ = never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        state.delete();
        System.out.println("down");
        return 0;
    }

    static boolean isRunning(Properties state) {
        return launcher(state).isPresent();
    }

    /** The process of that id, if it is still the launcher: ids are used again. */
    private static Optional<ProcessHandle> launcher(Properties state) {
        return ProcessHandle.of(Long.parseLong(state.getProperty("pid")))
                .filter(process -> process.info()
                        .arguments()
                        .map(arguments -> java.util.Arrays.asList(arguments).contains("--stay"))
                        .orElse(false));
    }
}
