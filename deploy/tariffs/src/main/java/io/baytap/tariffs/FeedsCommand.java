package io.baytap.tariffs;

import io.baytap.tariffs.feeds.Feeds;
import io.baytap.tariffs.published.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "feeds",
        mixinStandardHelpOptions = true,
        description =
                "Makes a GTFS Fares v2 feed per operator of the tables, and puts its policy and the schemes beside it.")
final class FeedsCommand implements Callable<Integer> {

    @Option(names = "--published", required = true, paramLabel = "DIR", description = "Folder of tables.")
    private Path published = Path.of(".");

    @Option(names = "--policies", required = true, paramLabel = "DIR", description = "Folder of policy files.")
    private Path policies = Path.of(".");

    @Option(names = "--schemes", required = true, paramLabel = "DIR", description = "Folder of scheme files.")
    private Path schemes = Path.of(".");

    @Option(
            names = "--change-on",
            paramLabel = "DAY",
            description = "Adds two versions of KMB's tariff, in force from that day's beginning and from its noon.")
    private @Nullable LocalDate changeOn;

    @Option(names = "--into", required = true, paramLabel = "DIR", description = "Folder to write the feeds to.")
    private Path into = Path.of(".");

    @Override
    public Integer call() throws IOException {
        var feeds = new Feeds(Figures.read(published));
        var _ = feeds.write(policies, schemes, into);
        if (changeOn != null) {
            var _ = feeds.writeChange(policies, changeOn, into);
        }
        return 0;
    }
}
