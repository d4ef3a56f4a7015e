package io.baytap.sandbox.identity;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code identity}: runs an {@link IdentitySandbox} until the process is ended. */
@Command(
        name = "identity",
        description =
                "A development identity provider on loopback. Its client's secret comes in IDENTITY_CLIENT_SECRET.",
        mixinStandardHelpOptions = true)
public final class IdentityCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--port", defaultValue = "0", description = "0 takes a free one, printed when it listens")
    private int port;

    @Option(names = "--client", defaultValue = "baytap-console", description = "its client (${DEFAULT-VALUE})")
    private String client = "";

    @Option(names = "--home", required = true, description = "where the client lives: http://127.0.0.1:8085")
    private URI home = URI.create("");

    @Option(names = "--token-life", defaultValue = "PT5M", description = "of its tokens (${DEFAULT-VALUE})")
    private Duration tokenLife = Duration.ZERO;

    @Override
    public Integer call() throws InterruptedException {
        String secret = System.getenv("IDENTITY_CLIENT_SECRET");
        if (secret == null || secret.isBlank()) {
            spec.commandLine().getErr().println("IDENTITY_CLIENT_SECRET is not set");
            return 2;
        }
        var config = new IdentityConfig(port, client, secret, home, tokenLife, InstantSource.system());
        try (var identity = IdentitySandbox.start(config)) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("identity sandbox listens on " + identity.url());
            out.flush();
            new CountDownLatch(1).await();
        }
        return 0;
    }
}
