package io.baytap.sandbox.conformance;

import io.baytap.sandbox.gates.CodeIssuer;
import io.baytap.sandbox.gates.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What must become of single taps. */
final class TapCases {

    private static final Duration HOUR = Duration.ofHours(1);

    private TapCases() {}

    static List<Case> all() {
        return List.of(
                Case.of("a good tap is accepted", stage -> stage.expect(good(stage), "ACCEPTED")),
                Case.of("a tap that is sent again is a duplicate", TapCases::duplicate),
                Case.of("another tap with the same sequence is refused", TapCases::reused),
                Case.of("a tap from an hour ago is late", TapCases::late),
                Case.of("taps may come out of order", TapCases::outOfOrder),
                Case.of("a malformed tap spoils no other", TapCases::malformed),
                Case.inJson("a tap without a direction is malformed", TapCases::withoutDirection),
                Case.inJson("a line that is no JSON spoils no other", TapCases::lines),
                Case.of(
                        "UNKNOWN_STOP",
                        stage -> stage.expect(
                                stage.batch(
                                        stage.moving,
                                        stage.tap(stage.moving).at(stage.place().routeId(), "nowhere")),
                                "REJECTED UNKNOWN_STOP")),
                Case.of(
                        "LOCATION_MISMATCH",
                        stage -> stage.expect(
                                stage.batch(
                                        stage.fixed,
                                        stage.tap(stage.fixed)
                                                .at(
                                                        stage.place().routeId(),
                                                        stage.place().otherStopId())),
                                "REJECTED LOCATION_MISMATCH")),
                Case.of("CLOCK_AHEAD", stage -> at(stage, Instant.now().plus(HOUR), "REJECTED CLOCK_AHEAD")),
                Case.of("TOO_OLD", stage -> at(stage, Instant.now().minus(Duration.ofDays(400)), "REJECTED TOO_OLD")),
                Case.of("CODE_MALFORMED", stage -> code(stage, "no code", "CODE_MALFORMED")),
                Case.of(
                        "CODE_ISSUER_UNKNOWN",
                        stage -> issued(
                                stage,
                                new CodeIssuer("nobody", stage.issuer().scheme(), SigningKey.of("nobody")),
                                "CODE_ISSUER_UNKNOWN")),
                Case.of(
                        "CODE_SIGNATURE_INVALID",
                        stage -> issued(
                                stage,
                                new CodeIssuer(
                                        stage.issuer().issuerId(),
                                        stage.issuer().scheme(),
                                        Stage.forgersKey()),
                                "CODE_SIGNATURE_INVALID")),
                Case.of(
                        "CODE_EXPIRED",
                        stage -> code(
                                stage,
                                stage.code(stage.rider("any"), Instant.now().minus(HOUR)),
                                "CODE_EXPIRED")),
                Case.of(
                        "CODE_NOT_YET_VALID",
                        stage -> code(
                                stage,
                                stage.code(stage.rider("any"), Instant.now().plus(HOUR)),
                                "CODE_NOT_YET_VALID")),
                Case.withTopics("a denied rider is refused, unless the gate could not know", TapCases::denied));
    }

    private static KitBatch good(Stage stage) {
        return stage.batch(stage.fixed, stage.tap(stage.fixed));
    }

    private static void duplicate(Stage stage) throws InterruptedException {
        KitBatch batch = good(stage);
        stage.expect(batch, "ACCEPTED");
        stage.expect(batch, "DUPLICATE");
    }

    private static void reused(Stage stage) throws InterruptedException {
        KitTap tap = stage.tap(stage.fixed);
        stage.expect(stage.batch(stage.fixed, tap), "ACCEPTED");
        stage.expect(stage.batch(stage.fixed, tap.exit()), "REJECTED SEQUENCE_REUSED");
    }

    private static void late(Stage stage) throws InterruptedException {
        Instant then = Instant.now().minus(HOUR);
        stage.expect(
                stage.batch(stage.fixed, KitTap.of(stage.fixed.next(), then, stage.code(stage.rider("late"), then))),
                "LATE");
    }

    private static void outOfOrder(Stage stage) throws InterruptedException {
        KitTap first = stage.tap(stage.fixed);
        KitTap second = stage.tap(stage.fixed);
        stage.expect(stage.batch(stage.fixed, second), "ACCEPTED");
        stage.expect(stage.batch(stage.fixed, first), "ACCEPTED");
    }

    private static void malformed(Stage stage) throws InterruptedException {
        stage.expect(
                stage.batch(
                        stage.fixed,
                        stage.tap(stage.fixed),
                        stage.tap(stage.fixed).onDeck("MIDDLE"),
                        stage.tap(stage.fixed)),
                "ACCEPTED",
                "REJECTED MALFORMED_TAP",
                "ACCEPTED");
    }

    private static void withoutDirection(Stage stage) throws InterruptedException {
        KitTap tap = stage.tap(stage.fixed);
        String body = "[" + tap.json().replace("\"direction\":\"ENTRY\",", "") + "]";
        stage.expect(KitBatch.text(stage.fixed, KitBatch.JSON, body, List.of(tap)), "REJECTED MALFORMED_TAP");
    }

    private static void lines(Stage stage) throws InterruptedException {
        KitTap tap = stage.tap(stage.fixed);
        stage.expect(
                KitBatch.text(stage.fixed, KitBatch.LINES, "no JSON\n" + tap.json(), List.of(tap)),
                "REJECTED MALFORMED_TAP",
                "ACCEPTED");
    }

    private static void at(Stage stage, Instant time, String verdict) throws InterruptedException {
        stage.expect(
                stage.batch(stage.fixed, KitTap.of(stage.fixed.next(), time, stage.code(stage.rider("any"), time))),
                verdict);
    }

    private static void issued(Stage stage, CodeIssuer issuer, String reason) throws InterruptedException {
        Instant now = Instant.now();
        code(stage, issuer.issue(stage.rider("any"), now.minusSeconds(60), now.plusSeconds(60)), reason);
    }

    private static void code(Stage stage, String code, String reason) throws InterruptedException {
        stage.expect(
                stage.batch(stage.fixed, KitTap.of(stage.fixed.next(), Instant.now(), code)), "REJECTED " + reason);
    }

    private static void denied(Stage stage) throws InterruptedException {
        String rider = stage.rider("denied");
        String before = stage.registry.denials(stage.fixed).path("version").asText();
        Objects.requireNonNull(stage.topics())
                .deny(stage.riderId(rider), Instant.now().minusSeconds(60));
        stage.awaitDenied(stage.riderId(rider));
        stage.expect(
                stage.batch(stage.fixed, by(stage, rider), by(stage, rider).byList(before)),
                "REJECTED RIDER_DENIED",
                "ACCEPTED");
    }

    private static KitTap by(Stage stage, String rider) {
        Instant now = Instant.now();
        return KitTap.of(stage.fixed.next(), now, stage.code(rider, now));
    }
}
