package io.baytap.local;

import static io.baytap.local.LineService.CROSS_BORDER_REPORTING;
import static io.baytap.local.LineService.TAP_INGEST;
import static io.baytap.local.LineService.WALLET_SETTLEMENT;
import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.sandbox.day.ExpectedRider;
import io.baytap.sandbox.day.PlannedGate;
import io.baytap.sandbox.gates.CodeIssuer;
import io.baytap.sandbox.gates.SigningKey;
import io.baytap.sandbox.provider.Behaviour;
import io.baytap.sandbox.provider.Scheme;
import io.baytap.sandbox.published.Published;
import io.baytap.stack.Child;
import io.baytap.stack.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What {@code helm test} runs, as a program of its own against a running line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TripIT {

    private static final Layout LAYOUT = Layout.find();
    private static final Path OUTPUT = LAYOUT.output("trip-it");
    private static final DaySettings DAY = new DaySettings(LocalDate.of(2026, 4, 9), 7, 200);
    private static final Duration RUN_MAX = Duration.ofMinutes(3);
    private static final String NETWORK = "MTR:heavy-rail";
    private static final int SPREAD = 50;

    /** Has no contract, so no wallet is charged. */
    private static final String NOBODY = "check";

    private final TraceCollector collector = TraceCollector.start();
    private final Line line = Line.start(
            LAYOUT,
            OUTPUT,
            new StartTimes(Screen.standard()),
            LineShape.of(LAYOUT).with(collector.settingsOfTheTraced()));
    private final DayRun day = new DayRun(line, LAYOUT, Screen.standard(), DAY);
    private final List<PlannedGate> gates = gates();
    private final long fareMinor = Published.read(LAYOUT.published(), SPREAD)
            .stationFare(NETWORK, stop(gates.getFirst()), stop(gates.getLast()))
            .orElseThrow();

    @BeforeAll
    void register() {
        day.register();
        day.bringRates();
    }

    @AfterAll
    void end() {
        day.close();
        line.close();
        collector.close();
    }

    /** How the program ended and what it said. */
    private record Ran(int status, List<String> said) {}

    @Test
    void aTripArrivesToTheCent() throws Exception {
        Ran ran = run(Instant.parse("2026-04-09T02:00:00Z"), fareMinor, CodeIssuer.of(Scheme.WEIXIN_PAY), NOBODY);

        assertThat(ran.said()).noneMatch(TripIT::differs).endsWith("the trip arrived");
        assertThat(ran.said())
                .anyMatch(each -> each.equals("ok      fares: [" + fareMinor + " HKD]"))
                .anyMatch(each -> each.startsWith("ok      sums of posting:") && each.endsWith("{CNY=0, HKD=0}"))
                .anyMatch(each -> each.startsWith("ok      report: [CN in HK: " + fareMinor + " HKD, "));
        assertThat(ran.status()).isZero();
    }

    @Test
    void aFareThatIsNotThePublishedOneIsNamed() throws Exception {
        Ran ran = run(Instant.parse("2026-04-09T03:00:00Z"), fareMinor + 10, CodeIssuer.of(Scheme.WEIXIN_PAY), NOBODY);

        assertThat(ran.said().stream().filter(TripIT::differs))
                .containsExactly(
                        "DIFFERS fares: is [%d HKD] instead of [%d HKD]".formatted(fareMinor, fareMinor + 10),
                        "DIFFERS postings: is [%d HKD] instead of [%d HKD]".formatted(fareMinor, fareMinor + 10));
        assertThat(ran.status()).isEqualTo(1);
    }

    @Test
    void aCodeThatTheIssuerDidNotSignGoesNowhere() throws Exception {
        Ran ran = run(Instant.parse("2026-04-09T04:00:00Z"), fareMinor, CodeIssuer.forgerOf(Scheme.WEIXIN_PAY), NOBODY);

        assertThat(ran.said())
                .containsExactly(
                        "DIFFERS taps: is [REJECTED CODE_SIGNATURE_INVALID, REJECTED CODE_SIGNATURE_INVALID] instead of"
                                + " [ACCEPTED, ACCEPTED]",
                        "the trip did not arrive as it has to");
        assertThat(ran.status()).isEqualTo(1);
    }

    @Test
    void aTripIsTracedFromItsTapsToTheCountingOfItsCharge() throws Exception {
        ExpectedRider rider = payer();
        Set<String> before = tracedTaps().keySet();

        Ran ran = run(
                Instant.parse("2026-04-09T05:00:00Z"), fareMinor, CodeIssuer.of(Scheme.WEIXIN_PAY), rider.account());

        assertThat(ran.said()).endsWith("the trip arrived");
        Map<String, TracedSpan> taps = tracedTaps();
        taps.keySet().removeAll(before);
        TracedSpan entry = tapAt(taps, gates.getFirst());
        TracedSpan exit = tapAt(taps, gates.getLast());
        assertThat(taps).hasSize(2);
        new TracedTrip(collector, entry, exit).arrived();
        collector
                .spans()
                .forEach(span -> assertThat(span.said())
                        .as(span.name())
                        .doesNotContain(rider.account(), rider.riderId(), rider.contractId()));
    }

    /** Somebody whose wallet is charged without ado. */
    private ExpectedRider payer() {
        return day.plan().expected().riders().stream()
                .filter(rider ->
                        rider.scheme().equals(Scheme.WEIXIN_PAY.name()) && rider.behaviour() == Behaviour.NORMAL)
                .findFirst()
                .orElseThrow();
    }

    /** By the taps' ids. */
    private Map<String, TracedSpan> tracedTaps() {
        return collector.spans().stream()
                .filter(span -> span.name().equals("send taps.accepted.v1"))
                .collect(toMap(span -> span.attribute("baytap.tap.id"), identity()));
    }

    private static TracedSpan tapAt(Map<String, TracedSpan> taps, PlannedGate gate) {
        return taps.values().stream()
                .filter(tap -> tap.attribute("baytap.gate.id").equals(gate.gateId()))
                .findFirst()
                .orElseThrow();
    }

    private Ran run(Instant at, long fare, CodeIssuer issuer, String account) throws Exception {
        List<String> program = new ArrayList<>(Line.jvm(64));
        program.addAll(List.of("-jar", LAYOUT.check().toString()));
        Path log = OUTPUT.resolve("check.log");
        Files.deleteIfExists(log);
        Child check =
                line.stack().warden().start(Command.of("check", program, environment(at, fare, issuer, account), log));
        int status = check.awaitExit(RUN_MAX);
        return new Ran(status, check.tail().lines().toList());
    }

    private Map<String, String> environment(Instant at, long fare, CodeIssuer issuer, String account) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "CHECK_TAP_INGEST", line.url(TAP_INGEST).toString(),
                "CHECK_WALLET_SETTLEMENT", line.url(WALLET_SETTLEMENT).toString(),
                "CHECK_REPORTING", line.url(CROSS_BORDER_REPORTING).toString(),
                "CHECK_ISSUER", issuer.issuerId(),
                "CHECK_ISSUER_KEY", encoded(issuer.key()),
                "CHECK_ACCOUNT", account,
                "CHECK_FARE_MINOR", Long.toString(fare),
                "CHECK_AUDITOR_TOKEN", line.auditor(),
                "CHECK_AT", at.toString()));
        Map.of("CHECK_ENTRY", gates.getFirst(), "CHECK_EXIT", gates.getLast()).forEach((name, gate) -> {
            environment.put(name + "_GATE", gate.gateId());
            environment.put(name + "_KEY", encoded(SigningKey.of("gate " + gate.gateId())));
        });
        return environment;
    }

    /** Two gates at different stations of one network. */
    private List<PlannedGate> gates() {
        List<PlannedGate> all = day.plan().gates().stream()
                .filter(gate -> gate.isFixed() && gate.active() && NETWORK.equals(gate.routeId()))
                .toList();
        PlannedGate first = all.getFirst();
        PlannedGate other = all.stream()
                .filter(gate -> !stop(gate).equals(stop(first)))
                .findFirst()
                .orElseThrow();
        return List.of(first, other);
    }

    private static String stop(PlannedGate gate) {
        return requireNonNull(gate.stopId());
    }

    private static String encoded(SigningKey key) {
        return Base64.getEncoder().encodeToString(key.privateKey());
    }

    private static boolean differs(String line) {
        return line.startsWith("DIFFERS");
    }
}
