package io.baytap.sandbox.day;

import io.baytap.sandbox.gates.Pseudonyms;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What decides a day: two equal settings make the same day, byte for byte.
 *
 * @param day Asia/Hong_Kong
 * @param trips how many journeys are begun
 * @param published folder of the tables of published figures
 * @param shenzhenShare of all trips. Ours: Shenzhen's ridership is not among the published figures
 * @param spreadBasisPoints what a wallet pays above the mid rate
 * @param pseudonyms what riders will be called
 */
public record SimulatorSettings(
        LocalDate day,
        long seed,
        int trips,
        Path published,
        double shenzhenShare,
        int spreadBasisPoints,
        Pseudonyms pseudonyms) {

    /** One trip in five in Shenzhen, 50 basis points, pseudonyms by the keys of development. */
    public static SimulatorSettings of(LocalDate day, long seed, int trips, Path published) {
        return new SimulatorSettings(day, seed, trips, published, 0.2, 50, Pseudonyms.development());
    }
}
