package io.baytap.fx.messaging;

import io.baytap.fx.domain.Exposure;
import io.baytap.fx.domain.Pair;
import io.baytap.schemas.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Exposures as they lie in our own stores and go from the fares' tasks to the desk's: text, with a version. No other
 * program reads it.
 */
final class ExposureText {

    private static final String VERSION = "1";
    private static final String BETWEEN = " ";
    private static final String NONE = "-";

    private ExposureText() {}

    /**
     * What a task tells the desk.
     *
     * @param latest the latest journey that it has heard of
     * @param exposure empty if time alone has passed
     */
    record Report(Instant latest, Optional<Exposure> exposure) {}

    static byte[] encode(Exposure exposure) {
        return String.join(
                        BETWEEN,
                        VERSION,
                        exposure.pair().toString(),
                        exposure.valueDate().toString(),
                        Long.toString(exposure.base().minor()),
                        Long.toString(exposure.quote().minor()),
                        Long.toString(exposure.conversions()))
                .getBytes(StandardCharsets.UTF_8);
    }

    static Exposure decode(byte[] text) {
        return exposure(new String(text, StandardCharsets.UTF_8).split(BETWEEN, -1));
    }

    /** The record that goes to the desk. */
    static byte[] report(Report report) {
        String body = report.exposure()
                .map(each -> new String(encode(each), StandardCharsets.UTF_8))
                .orElse(NONE);
        return (report.latest() + BETWEEN + body).getBytes(StandardCharsets.UTF_8);
    }

    static Report readReport(byte[] text) {
        String[] both = new String(text, StandardCharsets.UTF_8).split(BETWEEN, 2);
        if (both[1].equals(NONE)) {
            return new Report(Instant.parse(both[0]), Optional.empty());
        }
        return new Report(Instant.parse(both[0]), Optional.of(exposure(both[1].split(BETWEEN, -1))));
    }

    private static Exposure exposure(String[] fields) {
        if (!fields[0].equals(VERSION)) {
            throw new IllegalStateException("an exposure of another version: " + fields[0]);
        }
        Pair pair = Pair.of(fields[1]);
        return new Exposure(
                pair,
                LocalDate.parse(fields[2]),
                new Money(Long.parseLong(fields[3]), pair.base()),
                new Money(Long.parseLong(fields[4]), pair.quote()),
                Long.parseLong(fields[5]));
    }
}
