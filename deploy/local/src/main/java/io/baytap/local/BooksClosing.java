package io.baytap.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.sandbox.statements.Days;
import io.baytap.schemas.BankCalendars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What finance does with a day whose batches are closed: pays the operators, sees what the bank did, has the ledger proved. The files stay
 * behind: {@code payments/}, {@code bank/} and {@code planted-errors.json}.
 */
final class BooksClosing {

    private static final ZoneId LOCAL = ZoneId.of("Asia/Hong_Kong");
    private static final LocalTime EVENING = LocalTime.of(23, 0);

    private final Line line;
    private final SandboxDesk sandbox;
    private final Path output;
    private final PaymentXsd xsd = new PaymentXsd();
    private final Differences differences = new Differences();

    BooksClosing(Line line, Path output) {
        this.line = line;
        this.sandbox = new SandboxDesk(line);
        this.output = output;
    }

    /** What it came to, and what is wrong with it. */
    record Result(Summary.Books books, List<String> differences) {}

    /**
     * Closes the books of a day that was replayed.
     *
     * @param batches minor units by {@code operator:currency:day}, as the ledger has them
     * @param provider what the providers did
     * @param fees what they keep of it, by {@code scheme currency}
     */
    Result close(LocalDate day, Map<String, Long> batches, ProviderBooks provider, Map<String, Long> fees) {
        // Journeys without an exit are charged in the night: their money comes a weekday later.
        LocalDate last = Stream.concat(
                        Stream.of(Days.nextWeekday(day.plusDays(1))),
                        // And operators are paid when banks work.
                        BankCalendars.CENTRES.stream()
                                .map(centre -> BankCalendars.published(centre).after(day.plusDays(1))))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        sandbox.tell(last.atTime(EVENING).atZone(LOCAL).toInstant());
        // The first day that a bank closes opens its books.
        sandbox.closeBank(day);
        List<LocalDate> closedDays = batches.keySet().stream()
                .map(batch -> LocalDate.parse(batch.substring(batch.lastIndexOf(':') + 1)))
                .distinct()
                .sorted()
                .toList();
        int files = 0;
        for (LocalDate closed : closedDays) {
            files += pay(closed) ? 1 : 0;
        }
        List<FxDesk.Deal> deals = new FxDesk(line).deals();
        deals.forEach(sandbox::agree);
        sandbox.closeBank(last);
        List<BankEntry> entries = statements(day, last);
        JsonNode planted = sandbox.plantedErrors();
        write("planted-errors.json", planted.toPrettyString());
        compare(entries, batches, owed(provider, fees), planted);
        differences.equal("settled by the bank", agreed(deals, last, planted), exchanged(entries));
        return new Result(
                new Summary.Books(
                        closedDays,
                        files,
                        entries.stream().filter(BooksClosing::isOurs).count(),
                        paid(entries),
                        received(entries),
                        last,
                        verify(),
                        Totals.by(
                                List.copyOf(planted.path("planted").findValuesAsText("name")), name -> name, _ -> 1L)),
                differences.all());
    }

    /** Whether there was something to pay for the day, in a valid file. */
    private boolean pay(LocalDate day) {
        String file = line.http()
                .get(
                        line.url(LineService.WALLET_SETTLEMENT).resolve("/v1/days/" + day + "/pain.001.xml"),
                        line.auditor());
        if (file.isEmpty()) {
            return false;
        }
        write("payments/pain.001-" + day + ".xml", file);
        Optional<String> fault = xsd.fault(file);
        if (fault.isPresent()) {
            differences.add("payment file of " + day + " is not valid: " + fault.get());
            return false;
        }
        sandbox.pay(file);
        return true;
    }

    private List<BankEntry> statements(LocalDate first, LocalDate last) {
        List<BankEntry> entries = new ArrayList<>();
        for (String account : sandbox.accounts()) {
            first.datesUntil(last.plusDays(1)).forEach(day -> {
                String statement = sandbox.statement(account, day);
                write("bank/camt.053-" + account + "-" + day + ".xml", statement);
                entries.addAll(BankEntry.of(statement));
            });
        }
        return entries;
    }

    /** Debits less refunds and fees, by the provider's name at the bank and currency. */
    private static Map<String, Long> owed(ProviderBooks provider, Map<String, Long> fees) {
        Map<String, Long> owed = new TreeMap<>();
        provider.netByScheme().forEach((account, net) -> {
            int space = account.indexOf(' ');
            String name = account.substring(0, space).toLowerCase(Locale.ROOT).replace('_', '-');
            owed.put(name + account.substring(space), net - fees.getOrDefault(account, 0L));
        });
        return owed;
    }

    /** The bank executed every positive batch once, and nothing else; what providers paid out is what they owe us. */
    private void compare(List<BankEntry> entries, Map<String, Long> batches, Map<String, Long> due, JsonNode planted) {
        Map<String, Long> owed = new TreeMap<>(batches);
        owed.values().removeIf(amount -> amount <= 0);
        differences.equal("paid by the bank", owed, executed(entries));
        for (JsonNode error : planted.path("planted")) {
            if (error.path("name").asText().equals("PAYOUT_SHORT")) {
                String scheme = error.path("provider").asText() + " "
                        + error.path("currency").asText();
                long lacking = error.path("expected_minor").asLong()
                        - error.path("told_minor").asLong();
                due.merge(scheme, -lacking, Math::addExact);
            }
        }
        differences.equal("paid out by the providers", due, paidOut(entries));
    }

    /** Legs of deals whose value date has come, by {@code deal currency}, as the bank was made to tell them. */
    private static Map<String, Long> agreed(List<FxDesk.Deal> deals, LocalDate last, JsonNode planted) {
        Map<String, Long> agreed = new TreeMap<>();
        deals.stream()
                .filter(deal -> !deal.valueDate().isAfter(last))
                .forEach(deal -> deal.legs().forEach(leg -> agreed.put(deal.id() + " " + leg.currency(), leg.minor())));
        for (JsonNode error : planted.path("planted")) {
            if (error.path("name").asText().equals("DEAL_RATE_DIFFERS")) {
                agreed.computeIfPresent(
                        error.path("reference").asText() + " "
                                + error.path("currency").asText(),
                        (_, _) -> error.path("told_minor").asLong());
            }
        }
        return agreed;
    }

    private static Map<String, Long> exchanged(List<BankEntry> entries) {
        return Totals.by(
                entries.stream().filter(BankEntry::isExchange).toList(),
                entry -> entry.endToEndId() + " " + entry.currency(),
                BankEntry::minor);
    }

    private String verify() {
        try {
            return line.verifyLedger();
        } catch (IllegalStateException unsound) {
            differences.add("the ledger is not sound: " + unsound.getMessage());
            return "NOT SOUND";
        }
    }

    private static boolean isOurs(BankEntry entry) {
        return !entry.messageId().isEmpty();
    }

    private static boolean isPayout(BankEntry entry) {
        return !isOurs(entry) && !entry.isExchange();
    }

    /** By end-to-end id, which is the batch's. */
    private static Map<String, Long> executed(List<BankEntry> entries) {
        return Totals.by(
                entries.stream().filter(BooksClosing::isOurs).toList(), BankEntry::endToEndId, e -> -e.minor());
    }

    private static Map<String, Long> paidOut(List<BankEntry> entries) {
        return Totals.by(
                entries.stream().filter(BooksClosing::isPayout).toList(),
                entry -> entry.counterparty() + " " + entry.currency(),
                BankEntry::minor);
    }

    private static Map<String, Long> paid(List<BankEntry> entries) {
        return Totals.by(entries.stream().filter(BooksClosing::isOurs).toList(), BankEntry::currency, e -> -e.minor());
    }

    private static Map<String, Long> received(List<BankEntry> entries) {
        return Totals.by(
                entries.stream().filter(BooksClosing::isPayout).toList(), BankEntry::currency, BankEntry::minor);
    }

    private void write(String file, String text) {
        try {
            Path path = output.resolve(file);
            Files.createDirectories(path.resolveSibling("."));
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
