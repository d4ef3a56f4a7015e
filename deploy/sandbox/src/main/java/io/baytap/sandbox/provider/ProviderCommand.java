package io.baytap.sandbox.provider;

import io.baytap.sandbox.statements.Fees;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code provider}: runs a {@link ProviderSandbox} until the process is ended. */
@Command(name = "provider", description = "All wallet providers on one loopback port.", mixinStandardHelpOptions = true)
public final class ProviderCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--port", defaultValue = "0", description = "0 takes a free one, printed when it listens")
    private int port;

    @Option(names = "--keys", required = true, description = "folder of the key material; made if it is not there")
    private Path keys = Path.of("");

    @Option(names = "--any-contract", description = "debit contracts that were never signed here")
    private boolean anyContract;

    @Option(names = "--always-call-back", description = "call back for every debit, as the real provider does")
    private boolean alwaysCallBack;

    @Option(names = "--hang", defaultValue = "PT30S", description = "how long a TIMEOUT debit hangs (${DEFAULT-VALUE})")
    private Duration hang = Duration.ZERO;

    @Option(names = "--late-after", defaultValue = "PT1S", description = "when a LATE debit is done (${DEFAULT-VALUE})")
    private Duration lateAfter = Duration.ZERO;

    @Option(
            names = "--fee-basis-points",
            defaultValue = "0",
            description = "what the providers take of a payment, 1/100 % (${DEFAULT-VALUE})")
    private int feeBasisPoints;

    @Option(names = "--fee-of", description = "the same of one provider, if it is another: foreign-card=60")
    private Map<String, Integer> feeOf = Map.of();

    @Override
    public Integer call() throws InterruptedException {
        ProviderConfig config = ProviderConfig.at(keys)
                .withPort(port)
                .withHang(hang)
                .withLateAfter(lateAfter)
                .withFees(new Fees(feeBasisPoints, feeOf));
        config = anyContract ? config.withAnyContract() : config;
        config = alwaysCallBack ? config.withAlwaysCallBack() : config;
        var stop = new CountDownLatch(1);
        try (var sandbox = ProviderSandbox.start(config)) {
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-stop"));
            PrintWriter out = spec.commandLine().getOut();
            out.println("provider sandbox listens on " + sandbox.url());
            out.flush();
            stop.await();
        }
        return 0;
    }
}
