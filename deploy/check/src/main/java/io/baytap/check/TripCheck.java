package io.baytap.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** Sends one trip through the line and follows it: taps = fares = postings = report, and a journal that sums to zero. */
final class TripCheck {

    private static final ZoneId LOCAL = ZoneId.of("Asia/Hong_Kong");
    private static final String OPERATOR_CURRENCY = "HKD";
    private static final String WALLET_CURRENCY = "CNY";
    private static final String WALLET = "wallet-receivable:WEIXIN_PAY";
    private static final int OK = 200;

    private final Settings settings;
    private final Line line;
    private final Findings findings;

    private TripCheck(Settings settings, Line line, Findings findings) {
        this.settings = settings;
        this.line = line;
        this.findings = findings;
    }

    /** What was booked of the trip. */
    private record Booked(String postingId, String operatorId, String fare, String debit) {}

    /**
     * Travels once; says a line for each thing that is checked.
     *
     * @return whether everything agrees
     */
    static boolean run(Settings settings, Consumer<String> screen) throws InterruptedException {
        Findings findings = new Findings(screen);
        try (Line line = new Line(settings.auditorToken(), settings.deadline())) {
            new TripCheck(settings, line, findings).travel();
        } catch (OverdueException e) {
            findings.differs(e.what(), String.valueOf(e.getMessage()));
        }
        return findings.agree();
    }

    private void travel() throws OverdueException, InterruptedException {
        Taps taps = new Taps(settings, line);
        List<Taps.Tap> tapped = List.of(taps.enter(), taps.leave());
        findings.compare(
                "taps",
                List.of("ACCEPTED", "ACCEPTED"),
                tapped.stream().map(Taps.Tap::verdict).toList());
        if (!findings.agree()) {
            return;
        }
        Booked booked = ride(tapped.stream().map(Taps.Tap::id).toList());
        journal(booked);
        report(booked);
    }

    /** The taps, the fare and the posting of the journey that the second tap ended. */
    private Booked ride(List<String> tapIds) throws OverdueException, InterruptedException {
        String journeyId = line.await(
                "journey",
                line.audited(settings.reporting(), "/v1/trace?id=" + Line.encoded(tapIds.getLast())),
                OK,
                answer -> answer.path("journeys").isEmpty()
                        ? new Seen.NotYet<>("no fare names the tap " + tapIds.getLast())
                        : new Seen.There<>(answer.path("journeys").path(0).asText()));
        JsonNode ride = line.await(
                "postings",
                line.audited(settings.reporting(), "/v1/rides/" + Line.encoded(journeyId)),
                OK,
                answer -> isWhole(answer, tapIds.size())
                        ? new Seen.There<>(answer)
                        : new Seen.NotYet<>("not the taps, the fare and a posting of " + journeyId + " yet"));
        findings.compare(
                "taps of " + journeyId,
                tapIds,
                steps(ride, "tapped").stream()
                        .map(tap -> tap.path("id").asText())
                        .toList());
        List<String> expected = List.of(settings.fareMinor() + " " + OPERATOR_CURRENCY);
        findings.compare("fares", expected, amounts(ride, "priced", "net"));
        findings.compare("postings", expected, amounts(ride, "posted", "fare"));
        JsonNode posted = steps(ride, "posted").getFirst();
        return new Booked(
                posted.path("id").asText(),
                posted.path("operatorId").asText(),
                amount(posted.path("fare")),
                amount(posted.path("debit")));
    }

    /** The ledger's journal of the posting: what the wallet owes, what the operator gets, and zero in each currency. */
    private void journal(Booked booked) throws OverdueException, InterruptedException {
        JsonNode journal = line.await(
                "journal",
                line.audited(settings.walletSettlement(), "/v1/journals/" + Line.encoded(booked.postingId())),
                OK,
                Seen.There::new);
        Map<String, Long> sums = new TreeMap<>();
        Map<String, String> accounts = new HashMap<>();
        for (JsonNode entry : journal.path("postings")) {
            String currency = entry.path("currency").asText();
            long minor = entry.path("amountMinor").asLong();
            sums.merge(currency, minor, Math::addExact);
            accounts.put(entry.path("account").asText(), minor + " " + currency);
        }
        findings.compare(
                "sums of " + booked.postingId(), new TreeMap<>(Map.of(OPERATOR_CURRENCY, 0, WALLET_CURRENCY, 0)), sums);
        findings.compare("journal, the wallet", booked.debit(), accounts.getOrDefault(WALLET, "nothing"));
        findings.compare(
                "journal, the operator",
                "-" + booked.fare(),
                accounts.getOrDefault("operator-payable:" + booked.operatorId(), "nothing"));
    }

    /** The record of what crossed the border, and what the report says of its own sums. */
    private void report(Booked booked) throws OverdueException, InterruptedException {
        LocalDate day = LocalDate.ofInstant(settings.at(), LOCAL);
        String path = "/v1/reports/cross-border-records.csv?from=%s&to=%s&wallet=WEIXIN_PAY&operator=%s"
                .formatted(day, day, Line.encoded(booked.operatorId()));
        Report report = line.awaitLines("report", line.audited(settings.reporting(), path), OK, lines -> {
            Report read = Report.read(lines, booked.postingId());
            return read.records().isEmpty() || !read.whole()
                    ? new Seen.NotYet<>("no record of " + booked.postingId() + " on " + day)
                    : new Seen.There<>(read);
        });
        findings.compare("report", List.of("CN in HK: " + booked.fare() + ", " + booked.debit()), report.records());
        findings.compare("controls of the report that differ", List.of(), report.differing());
    }

    /** Topics are read side by side: a posting may be counted before its taps. */
    private static boolean isWhole(JsonNode ride, int taps) {
        return steps(ride, "tapped").size() >= taps
                && !steps(ride, "priced").isEmpty()
                && !steps(ride, "posted").isEmpty();
    }

    private static List<JsonNode> steps(JsonNode ride, String name) {
        return StreamSupport.stream(ride.path("steps").spliterator(), false)
                .filter(step -> step.path("step").asText().equals(name))
                .toList();
    }

    private static List<String> amounts(JsonNode ride, String step, String field) {
        return steps(ride, step).stream().map(each -> amount(each.path(field))).toList();
    }

    private static String amount(JsonNode money) {
        return money.path("minor").asLong() + " " + money.path("currency").asText();
    }
}
