package io.baytap.reporting;

import io.baytap.reporting.rebuild.RebuildCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts the service; or, called with {@code rebuild}, has it count everything again from the first event, and ends. */
@QuarkusMain
public final class ReportingMain {

    private ReportingMain() {}

    /** Entry point of the jar. */
    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("rebuild")) {
            boolean fromWhatIsLeft = List.of(arguments).contains("--from-what-is-left");
            System.exit(RebuildCommand.run(ConfigProvider.getConfig(), fromWhatIsLeft, System.out));
        }
        Quarkus.run(arguments);
    }
}
