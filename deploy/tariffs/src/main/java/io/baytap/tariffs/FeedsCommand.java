package io.baytap.tariffs;

import io.baytap.tariffs.feeds.Feeds;
import io.baytap.tariffs.published.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "feeds",
        mixinStandardHelpOptions = true,
        description = "Makes a GTFS Fares v2 feed per operator of the tables, and puts its policy beside it.")
final class FeedsCommand implements Callable<Integer> {

    @Option(names = "--published", required = true, paramLabel = "DIR", description = "Folder of tables.")
    private Path published = Path.of(".");

    @Option(names = "--policies", required = true, paramLabel = "DIR", description = "Folder of policy files.")
    private Path policies = Path.of(".");

    @Option(names = "--into", required = true, paramLabel = "DIR", description = "Folder to write the feeds to.")
    private Path into = Path.of(".");

    @Override
    public Integer call() throws IOException {
        new Feeds(Figures.read(published)).write(policies, into);
        return 0;
    }
}
