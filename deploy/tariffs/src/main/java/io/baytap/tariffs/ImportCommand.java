package io.baytap.tariffs;

import io.baytap.tariffs.importer.Import;
import io.baytap.tariffs.importer.Refusal;
import io.baytap.tariffs.published.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Reads published files into the tables of published figures. One wrong row, and nothing is written.")
final class ImportCommand implements Callable<Integer> {

    private static final int REASONS_SHOWN_MAX = 50;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DIR",
            description = "Folder of published files: mtr/, hong-kong/, shenzhen/, fx/.")
    private Path from = Path.of(".");

    @Option(
            names = "--into",
            required = true,
            paramLabel = "DIR",
            description = "Folder of tables; the route ids it holds stand.")
    private Path into = Path.of(".");

    @Override
    public Integer call() throws IOException {
        return switch (Import.read(from, Figures.readRoutes(into))) {
            case Import.Taken(Figures figures) -> {
                figures.write(into);
                out("%d routes, %d route fares, %d station fares, %d days of rates written to %s"
                        .formatted(
                                figures.routes().size(),
                                figures.routeFares().size(),
                                figures.stationFares().size(),
                                figures.rates().size(),
                                into));
                yield 0;
            }
            case Import.Refused(List<Refusal> refusals) -> {
                refusals.stream().limit(REASONS_SHOWN_MAX).forEach(refusal -> err(refusal.toString()));
                err("%d reasons; nothing was written".formatted(refusals.size()));
                yield 1;
            }
        };
    }

    private void out(String line) {
        commandSpec().commandLine().getOut().println(line);
    }

    private void err(String line) {
        commandSpec().commandLine().getErr().println(line);
    }

    private CommandSpec commandSpec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it calls");
        }
        return spec;
    }
}
