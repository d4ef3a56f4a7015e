package io.baytap.tap.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.tap.json.JsonBatches;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TapDeskTest {

    private static final Gate GATE = City.gate("gate", "MTR", Gate.Stand.MOVING);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final TapLimits LIMITS = new TapLimits(MINUTE, MINUTE, MINUTE, MINUTE, MINUTE);
    private static final IntakeLimits INTAKE = new IntakeLimits(3, 20, 4, 40, MINUTE);

    /** Stores when told to. */
    private static final class PatientLine implements TapLine {
        final CompletableFuture<Delivery> delivery = new CompletableFuture<>();

        @Override
        public CompletionStage<Delivery> publish(Gate gate, List<Verdict> verdicts, Instant receivedAt) {
            return delivery;
        }
    }

    private final PatientLine line = new PatientLine();
    private boolean ready = true;
    private final TapDesk desk = desk();

    @Test
    void beforeTheRegistersAreReadNothingIsSaidAboutGates() {
        ready = false;

        assertThat(take("[1]")).isEqualTo(new Intake.Answer.Refused(new Refusal.Starting()));
    }

    @Test
    void whatTheLineDidNotStoreIsNotAnswered() {
        line.delivery.complete(TapLine.Delivery.AWAY);

        assertThat(take("[1]")).isEqualTo(new Intake.Answer.Refused(new Refusal.LineAway()));
    }

    @Test
    void moreTapsThanThereIsRoomForAreSentAway() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Intake.Answer> waiting = threads.submit(() -> take("[1,2,3]"));
            await().until(() -> desk.tapsInFlight() == 3);

            Intake.Answer tooMany = take("[1,2]");
            Future<Intake.Answer> justEnough = threads.submit(() -> take("[1]"));
            await().until(() -> desk.tapsInFlight() == 4);
            line.delivery.complete(TapLine.Delivery.STORED);

            assertThat(tooMany).isEqualTo(new Intake.Answer.Refused(new Refusal.TooBusy()));
            assertThat(waiting.get()).isInstanceOf(Intake.Answer.Judged.class);
            assertThat(justEnough.get()).isInstanceOf(Intake.Answer.Judged.class);
            assertThat(desk.tapsInFlight()).isZero();
        }
    }

    @Test
    void moreBytesThanThereIsRoomForAreSentAway() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String body = "[1]" + " ".repeat(17);
            Future<Intake.Answer> one = threads.submit(() -> take(body));
            Future<Intake.Answer> two = threads.submit(() -> take(body));
            await().until(() -> desk.tapsInFlight() == 2);

            Intake.Answer tooMany = take("[1]");
            line.delivery.complete(TapLine.Delivery.STORED);

            assertThat(tooMany).isEqualTo(new Intake.Answer.Refused(new Refusal.TooBusy()));
            assertThat(one.get()).isInstanceOf(Intake.Answer.Judged.class);
            assertThat(two.get()).isInstanceOf(Intake.Answer.Judged.class);
        }
    }

    @Test
    void aBodyThatIsLongerThanAnnouncedOrAllowedIsNotRead() {
        line.delivery.complete(TapLine.Delivery.STORED);
        String longest = "[1]" + " ".repeat(17);

        assertThat(take(longest)).isInstanceOf(Intake.Answer.Judged.class);
        assertThat(take(longest + " ")).isEqualTo(new Intake.Answer.Refused(new Refusal.BodyTooLarge(20)));
        assertThat(desk.take(request(null, stream(longest + " "))))
                .isEqualTo(new Intake.Answer.Refused(new Refusal.BodyTooLarge(20)));
    }

    @Test
    void aBodyThatBreaksOffLeavesNothingBehind() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close();

        for (int i = 0; i < 10; i++) {
            assertThat(desk.take(request(20L, broken)))
                    .isEqualTo(new Intake.Answer.Refused(new Refusal.MalformedBody("the body broke off")));
        }
    }

    private TapDesk desk() {
        TapMemory forgetful = new TapMemory() {
            @Override
            public @Nullable Long find(String gateId, long sequence) {
                return null;
            }

            @Override
            public void remember(String gateId, long sequence, long fingerprint) {}
        };
        var registers = new Registers(_ -> GATE, _ -> null, _ -> null, _ -> null);
        return new TapDesk(
                new Gatekeeper(registers.gates(), (_, _, _, _) -> true, GateClock.REPLAY, LIMITS),
                new JsonBatches(INTAKE.batchMax()),
                new TapDesk.Judgement(
                        new TapJudge(
                                registers,
                                _ -> new CodeReading.Refused(new RejectReason.CodeIssuerUnknown()),
                                forgetful,
                                LIMITS),
                        line,
                        new GateBook(8, City.CLOCKS)),
                () -> ready,
                INTAKE);
    }

    private Intake.Answer take(String body) {
        return desk.take(request((long) body.length(), stream(body)));
    }

    private static Intake.Request request(@Nullable Long length, InputStream body) {
        var headers = EnvelopeParser.read(
                "POST /v1/taps/batch",
                "gate",
                "2026-04-09T00:12:31Z",
                Base64.getEncoder().encodeToString(new byte[64]));
        return new Intake.Request(Door.HTTP, headers, BatchFormat.ARRAY, length, body);
    }

    private static InputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }
}
