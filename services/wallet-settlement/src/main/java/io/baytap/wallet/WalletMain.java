package io.baytap.wallet;

import io.baytap.wallet.audit.VerifyCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts the service; or, called with {@code verify [anchors]}, proves its ledger and ends. */
@QuarkusMain
public final class WalletMain {

    private WalletMain() {}

    /** Entry point of the jar. */
    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("verify")) {
            Path anchors = arguments.length > 1 ? Path.of(arguments[1]) : null;
            System.exit(VerifyCommand.run(ConfigProvider.getConfig(), anchors, System.out));
        }
        Quarkus.run(arguments);
    }
}
