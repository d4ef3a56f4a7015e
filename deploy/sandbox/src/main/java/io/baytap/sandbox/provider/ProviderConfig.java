package io.baytap.sandbox.provider;

import io.baytap.sandbox.statements.Fees;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/**
 * Settings of a {@link ProviderSandbox}.
 *
 * @param port on 127.0.0.1; 0 takes a free one
 * @param keys folder of the key material: read if it is there, made if it is not
 * @param anyContract debit contracts that were never signed here, as if they had been
 * @param alwaysCallBack also for debits whose answer was final at once, as the real provider does; costs a signature each
 * @param hang how long a TIMEOUT debit keeps the connection
 * @param lateAfter when a LATE debit is done
 * @param fees what the providers take for a payment
 * @param clock judges the age of requests, and dates answers until the providers' clock is told a time
 */
public record ProviderConfig(
        int port,
        Path keys,
        boolean anyContract,
        boolean alwaysCallBack,
        Duration hang,
        Duration lateAfter,
        Fees fees,
        Clock clock) {

    /** A strict provider on a free port: contracts must be signed, 30 s hang, late by 1 s. */
    public static ProviderConfig at(Path keys) {
        return new ProviderConfig(
                0, keys, false, false, Duration.ofSeconds(30), Duration.ofSeconds(1), new Fees(0), Clock.systemUTC());
    }

    public ProviderConfig withPort(int newPort) {
        return new ProviderConfig(newPort, keys, anyContract, alwaysCallBack, hang, lateAfter, fees, clock);
    }

    public ProviderConfig withAnyContract() {
        return new ProviderConfig(port, keys, true, alwaysCallBack, hang, lateAfter, fees, clock);
    }

    public ProviderConfig withAlwaysCallBack() {
        return new ProviderConfig(port, keys, anyContract, true, hang, lateAfter, fees, clock);
    }

    public ProviderConfig withHang(Duration newHang) {
        return new ProviderConfig(port, keys, anyContract, alwaysCallBack, newHang, lateAfter, fees, clock);
    }

    public ProviderConfig withLateAfter(Duration newLateAfter) {
        return new ProviderConfig(port, keys, anyContract, alwaysCallBack, hang, newLateAfter, fees, clock);
    }

    public ProviderConfig withFees(Fees newFees) {
        return new ProviderConfig(port, keys, anyContract, alwaysCallBack, hang, lateAfter, newFees, clock);
    }

    public ProviderConfig withClock(Clock newClock) {
        return new ProviderConfig(port, keys, anyContract, alwaysCallBack, hang, lateAfter, fees, newClock);
    }
}
