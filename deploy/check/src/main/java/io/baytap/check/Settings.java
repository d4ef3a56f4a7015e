package io.baytap.check;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the check is told, by environment.
 *
 * @param account the rider's, as in codes: a mainland wallet's that nobody else travels with
 * @param fareMinor what the trip costs by the published tariff, in cents of HKD
 * @param auditorToken a bearer token that cross-border-reporting and wallet-settlement take as an auditor's
 * @param at when the rider leaves: now, unless the line's clocks are replayed
 * @param deadline how long all of it may take
 */
record Settings(
        URI tapIngest,
        URI walletSettlement,
        URI reporting,
        Gate entry,
        Gate exit,
        Issuer issuer,
        String account,
        long fareMinor,
        String auditorToken,
        Instant at,
        Duration deadline) {

    private static final String DEADLINE = "PT2M";
    private static final String IN_CODES = "[A-Za-z0-9._~-]{1,64}";

    /**
     * Reads {@code CHECK_…}.
     *
     * @param now when the rider leaves unless {@code CHECK_AT} says otherwise
     * @throws IllegalArgumentException naming every variable that is missing or wrong, and the value of none
     */
    static Settings of(Map<String, String> environment, Instant now) {
        Reader read = new Reader(environment, new ArrayList<>());
        URI tapIngest = read.get("CHECK_TAP_INGEST", Settings::address);
        URI wallet = read.get("CHECK_WALLET_SETTLEMENT", Settings::address);
        URI reporting = read.get("CHECK_REPORTING", Settings::address);
        String entry = read.get("CHECK_ENTRY_GATE", Function.identity());
        SigningKey entryKey = read.get("CHECK_ENTRY_KEY", SigningKey::of);
        String exit = read.get("CHECK_EXIT_GATE", Function.identity());
        SigningKey exitKey = read.get("CHECK_EXIT_KEY", SigningKey::of);
        String issuer = read.get("CHECK_ISSUER", Settings::inCodes);
        SigningKey issuerKey = read.get("CHECK_ISSUER_KEY", SigningKey::of);
        String account = read.get("CHECK_ACCOUNT", Settings::inCodes);
        Long fare = read.get("CHECK_FARE_MINOR", Settings::minor);
        String token = read.get("CHECK_AUDITOR_TOKEN", Function.identity());
        Instant at = read.get("CHECK_AT", now.toString(), Instant::parse);
        Duration deadline = read.get("CHECK_DEADLINE", DEADLINE, Duration::parse);
        if (!read.problems().isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", read.problems()));
        }
        return new Settings(
                tapIngest,
                wallet,
                reporting,
                new Gate(entry, entryKey),
                new Gate(exit, exitKey),
                new Issuer(issuer, issuerKey),
                account,
                fare,
                token,
                at.truncatedTo(ChronoUnit.SECONDS),
                deadline);
    }

    private static URI address(String text) {
        if (!text.matches("https?://[A-Za-z0-9.-]+(:[0-9]+)?")) {
            throw new IllegalArgumentException("is no address such as http://line-tap-ingest:80");
        }
        return URI.create(text);
    }

    private static Long minor(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("is no number of cents from 1 to 999999999");
        }
        return Long.valueOf(text);
    }

    private static String inCodes(String text) {
        if (!text.matches(IN_CODES)) {
            throw new IllegalArgumentException("is not 1 to 64 of A-Z a-z 0-9 . _ ~ -");
        }
        return text;
    }

    /** Collects what is wrong, so that all of it is said at once. */
    private record Reader(Map<String, String> environment, List<String> problems) {

        <T> T get(String name, Function<String, T> as) {
            return get(name, null, as);
        }

        /** Null after a problem, with which nobody goes on. */
        @SuppressWarnings("NullAway")
        <T> T get(String name, @Nullable String otherwise, Function<String, T> as) {
            String given = environment.getOrDefault(name, "").strip();
            String text = given.isEmpty() ? otherwise : given;
            if (text == null) {
                problems.add(name + " is missing");
                return null;
            }
            try {
                return as.apply(text);
            } catch (RuntimeException e) {
                // Messages of parsers repeat what they were given, which may be a secret.
                problems.add(name + " "
                        + (e.getClass() == IllegalArgumentException.class ? e.getMessage() : "cannot be read"));
                return null;
            }
        }
    }
}
