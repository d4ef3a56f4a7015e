package io.baytap.tap.domain;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Takes a request from its headers to its verdicts; blocks until Kafka has the batch. */
public final class TapDesk implements Intake {

    private final Gatekeeper gatekeeper;
    private final BatchReader reader;
    private final Judgement judgement;
    private final BooleanSupplier ready;
    private final IntakeLimits limits;
    private final InFlight bytes;
    private final InFlight taps;

    /** What gives the verdicts, where they go, and what is kept of gates' work. */
    public record Judgement(TapJudge judge, TapLine line, GateBook book) {}

    /** Takes nothing until it is ready: until the registers are read to the end. */
    public TapDesk(
            Gatekeeper gatekeeper,
            BatchReader reader,
            Judgement judgement,
            BooleanSupplier ready,
            IntakeLimits limits) {
        this.gatekeeper = gatekeeper;
        this.reader = reader;
        this.judgement = judgement;
        this.ready = ready;
        this.limits = limits;
        this.bytes = new InFlight(limits.inFlightBytesMax());
        this.taps = new InFlight(limits.inFlightTapsMax());
    }

    /** Taps that are being judged or published. */
    public int tapsInFlight() {
        return taps.amount();
    }

    /** Cheapest checks first; the body is read only for a gate that may speak. */
    @Override
    public Answer take(Request request) {
        BatchFormat format = request.format();
        if (format == null) {
            return new Answer.Refused(new Refusal.UnsupportedMediaType());
        }
        if (!ready.getAsBoolean()) {
            return new Answer.Refused(new Refusal.Starting());
        }
        return switch (request.headers()) {
            case EnvelopeParser.Headers.Refused(var refusal) -> new Answer.Refused(refusal);
            case EnvelopeParser.Headers.Read(var envelope) ->
                switch (gatekeeper.admit(envelope, request.door())) {
                    case Gatekeeper.Admission.Refused(var refusal) -> new Answer.Refused(refusal);
                    case Gatekeeper.Admission.Admitted admitted -> takeBody(request, format, envelope, admitted);
                };
        };
    }

    private Answer takeBody(
            Request request, BatchFormat format, Envelope envelope, Gatekeeper.Admission.Admitted admitted) {
        Long length = request.length();
        if (length != null && length > limits.bodyBytesMax()) {
            return tooLarge();
        }
        int reserved = length == null ? limits.bodyBytesMax() : length.intValue();
        if (!bytes.tryEnter(reserved)) {
            return new Answer.Refused(new Refusal.TooBusy());
        }
        try {
            byte[] body = request.body().readNBytes(limits.bodyBytesMax() + 1);
            if (body.length > limits.bodyBytesMax()) {
                return tooLarge();
            }
            if (!gatekeeper.signed(admitted, envelope, body)) {
                return new Answer.Refused(new Refusal.SignatureInvalid());
            }
            if (admitted.prompt()) {
                judgement.book().met(envelope.gateId(), envelope.sentAt(), admitted.now());
            }
            return switch (reader.read(format, body, envelope.gateId())) {
                case BatchReading.Refused(var refusal) -> new Answer.Refused(refusal);
                case BatchReading.Batch(var batch) -> takeTaps(admitted, batch);
            };
        } catch (IOException e) {
            return new Answer.Refused(new Refusal.MalformedBody("the body broke off"));
        } finally {
            bytes.leave(reserved);
        }
    }

    private Answer takeTaps(Gatekeeper.Admission.Admitted admitted, List<TapReading> batch) {
        if (!taps.tryEnter(batch.size())) {
            return new Answer.Refused(new Refusal.TooBusy());
        }
        try {
            Gate gate = admitted.gate();
            Duration correction = judgement.book().correction(gate.gateId(), admitted.now());
            List<Verdict> verdicts =
                    judgement.judge().judge(gate, batch, new TapJudge.Moment(admitted.now(), correction));
            return switch (judgement
                    .line()
                    .publish(gate, verdicts, admitted.now())
                    .toCompletableFuture()
                    .join()) {
                case STORED -> {
                    judgement.book().came(gate.gateId(), verdicts);
                    yield new Answer.Judged(verdicts);
                }
                case AWAY -> new Answer.Refused(new Refusal.LineAway());
            };
        } finally {
            taps.leave(batch.size());
        }
    }

    private Answer tooLarge() {
        return new Answer.Refused(new Refusal.BodyTooLarge(limits.bodyBytesMax()));
    }
}
