package io.baytap.local;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code upgrade}: a day during which the services of an older build become this build's, and the older ones again. */
@Command(
        name = "upgrade",
        description = "Replays a day while all services are replaced by this build's and then back, and reconciles it.",
        mixinStandardHelpOptions = true)
final class UpgradeCommand implements Callable<Integer> {

    private static final int REPLICAS = 2;

    @Mixin
    private DayOptions day = new DayOptions();

    @Option(names = "--from", required = true, description = "another clone that was built: what runs first and last")
    private Path from = Path.of("");

    @Override
    public Integer call() {
        Layout layout = Layout.find();
        Layout older = new Layout(from.toAbsolutePath().normalize());
        var settings = new LineSettings(
                LineShape.of(layout).of(older, REPLICAS), (line, screen) -> new Rollout(line, screen, older, layout));
        Summary summary = new Demo(layout, Screen.standard(), day.settings(), settings, layout.output("upgrade"))
                .run((_, _) -> {});
        return summary.reconciled() ? 0 : 1;
    }
}
