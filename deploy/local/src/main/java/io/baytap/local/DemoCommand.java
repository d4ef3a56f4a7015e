package io.baytap.local;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: one day, from the first tap to the last cent; then everything ends. */
@Command(
        name = "demo",
        description = "Starts the line, replays a day, reconciles it and ends the line.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private DayOptions day = new DayOptions();

    @Mixin
    private LineOptions line = new LineOptions();

    @Option(names = "--keep", description = "keep the line running afterwards, until Ctrl-C")
    private boolean keep;

    @Override
    public Integer call() {
        Layout layout = Layout.find();
        Screen screen = Screen.standard();
        Summary summary = new Demo(
                        layout, screen, day.settings(), line.settings(layout, day.settings()), layout.output("demo"))
                .run((_, done) -> {
                    if (keep) {
                        screen.say("kept running until Ctrl-C: " + done.page());
                        hold();
                    }
                });
        return summary.reconciled() ? 0 : 1;
    }

    private static void hold() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
