package io.baytap.local;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a day came to. Every {@code …Minor} is in whole minor units of the currency in its name or beside it.
 *
 * @param reconciled whether {@code differences} is empty
 * @param contract what the contract tests of the settlement topics say last
 * @param privacy what was searched for riders' accounts
 * @param page where the day can be looked at, while the line is kept running
 */
public record Summary(
        LocalDate day,
        long seed,
        int trips,
        boolean reconciled,
        List<String> differences,
        Taps taps,
        List<TapGroup> tapsByOperator,
        List<TapGroup> tapsByHour,
        long journeys,
        long fares,
        long corrections,
        long postings,
        long hkdMinor,
        long cnyMinor,
        Charges charges,
        List<RuleTotal> rules,
        List<OperatorWallet> operators,
        List<CorridorTotal> corridors,
        List<BatchTotal> batches,
        List<Ride> rides,
        Books books,
        Statements statements,
        String contract,
        String privacy,
        Map<String, Long> ledgerSumMinor,
        Riders riders,
        Latency tapToSettled,
        List<Pause> pauses,
        Pace pace,
        Memory memory,
        String page) {

    /**
     * Taps of authentic gates, each once; {@code duplicate}: sent again and recognised by tap-ingest or, later, by the line.
     *
     * @param refusedByReason taps in requests that were refused as a whole
     */
    public record Taps(
            long sent,
            long accepted,
            long late,
            long duplicate,
            long rejected,
            Map<String, Long> rejectedByReason,
            Map<String, Long> refusedByReason,
            long retries) {}

    /** Taps of an operator, or of an hour of the day in Hong Kong such as {@code 08}, each once. */
    public record TapGroup(String group, long accepted, long late, long rejected) {}

    /** Outcomes at the wallet providers, and minor units by currency. */
    public record Charges(
            long settled,
            long declined,
            long refunded,
            Map<String, Long> settledMinor,
            Map<String, Long> declinedMinor,
            Map<String, Long> refundedMinor) {}

    /**
     * How often a rule decided.
     *
     * @param rule REBATE, SURCHARGE, TRANSFER, INTERCHANGE, CAP, or what else is out of the ordinary about journeys
     * @param expected journeys by the oracle, and {@code seen} by the fares
     * @param expectedMinor minor units by currency: what the rule changed; for the other cases, what the journeys cost alone
     */
    public record RuleTotal(
            String rule, long expected, long seen, Map<String, Long> expectedMinor, Map<String, Long> seenMinor) {}

    /** Fares of one operator paid from one kind of wallet: in the operator's currency, and in the wallet's where that is another. */
    public record OperatorWallet(
            String operatorId, String walletScheme, long journeys, long fares, long hkdMinor, long cnyMinor) {}

    /** From the wallet's home to the place of travel. */
    public record CorridorTotal(String corridor, long journeys, long fares, long hkdMinor, long cnyMinor) {}

    /** What an operator is paid for the day. */
    public record BatchTotal(String operatorId, String currency, LocalDate day, long fares, long amountMinor) {}

    /**
     * One ride of an operator, as the simulator planned it: to be looked for on the console.
     *
     * @param fareMinor what it should cost, minor units of {@code fareCurrency}
     * @param walletMinor what its wallet should be debited, minor units of {@code walletCurrency}
     */
    public record Ride(
            String journeyId,
            String riderId,
            String operatorId,
            long fareMinor,
            String fareCurrency,
            long walletMinor,
            String walletCurrency) {}

    /**
     * How the day was closed: minor units by currency.
     *
     * @param days that closed
     * @param files payment files, one per day with something to pay
     * @param transfers that the bank executed
     * @param receivedMinor from the wallet providers
     * @param bankClosed the last day that the bank closed
     * @param ledger what {@code verify} says last
     * @param plantedErrors by name: what providers and bank were made to tell wrong
     */
    public record Books(
            List<LocalDate> days,
            int files,
            long transfers,
            Map<String, Long> paidMinor,
            Map<String, Long> receivedMinor,
            LocalDate bankClosed,
            String ledger,
            Map<String, Long> plantedErrors) {}

    /**
     * What wallet-settlement's reconciliation of ledger, providers and bank says.
     *
     * @param through the last day that was reconciled
     * @param breaks by reason, also those that explained themselves
     * @param open breaks that somebody has to see to
     * @param openExpected by reason, what should be open: what was planted and does not explain itself
     * @param pending lines whose other side is not due yet
     * @param exchange what became of currency deals
     * @param ledger what {@code verify} says last, with the bank's entries booked
     */
    public record Statements(
            LocalDate through,
            Map<String, Long> breaks,
            long open,
            Map<String, Long> openExpected,
            long pending,
            Exchange exchange,
            String ledger) {}

    /**
     * What was exchanged, and what is to be.
     *
     * @param settled deals that the bank has settled
     * @param dealtMinor what all deals bring where positive, by {@code currency value-date}
     * @param unsettledMinor what the others bring where positive, by {@code currency value-date}
     * @param openMinor what is not dealt yet: held where positive, by {@code currency value-date}
     * @param residueMinor what rounding left in the position, by currency of the wallets: exact decimals of a minor unit
     */
    public record Exchange(
            long settled,
            Map<String, Long> dealtMinor,
            Map<String, Long> unsettledMinor,
            Map<String, Long> openMinor,
            Map<String, String> residueMinor) {}

    /** Riders, and by currency what they should pay, what the providers debited less refunds, and what declined riders owe. */
    public record Riders(
            long count, Map<String, Long> expectedMinor, Map<String, Long> chargedMinor, Map<String, Long> owedMinor) {}

    /** From the tap that completes a journey to its settled charge, both as the broker stamped them; journeys with all their taps. */
    public record Latency(long journeys, long p50Millis, long p99Millis) {}

    /**
     * What a replica that was killed for good cost.
     *
     * @param partitions that it had, of all topics that its service reads
     * @param complete whether the others took over all of it
     * @param standstillMillis from the kill, or from when the next record came if none waited, to the first offset that was committed
     *     after it: of the partition that stood still longest. Of tap-ingest, which has none: to the next tap that was accepted
     * @param heldMillis from the kill until what it had begun to write was readable or aborted: so long nothing later on those partitions is
     */
    public record Pause(
            String service, String replica, int partitions, boolean complete, long standstillMillis, long heldMillis) {}

    /** Seconds, and trips per second from the first tap until the line was dry. */
    public record Pace(
            double startSeconds,
            Map<String, Double> startSecondsByPart,
            double replaySeconds,
            double tripsPerSecond,
            double totalSeconds) {}

    /** Peaks in mebibytes; the total is the highest sum at one time. */
    public record Memory(long totalMebibytes, Map<String, Long> mebibytesByProcess) {}
}
