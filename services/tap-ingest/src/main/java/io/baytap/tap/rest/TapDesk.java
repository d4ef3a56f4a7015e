package io.baytap.tap.rest;

import io.baytap.tap.domain.Envelope;
import io.baytap.tap.domain.Gate;
import io.baytap.tap.domain.Gatekeeper;
import io.baytap.tap.domain.Refusal;
import io.baytap.tap.domain.TapJudge;
import io.baytap.tap.domain.TapLine;
import io.baytap.tap.domain.TapReading;
import io.baytap.tap.domain.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Takes a request from its headers to its verdicts; blocks until Kafka has the batch. */
public final class TapDesk {

    private final Gatekeeper gatekeeper;
    private final TapJudge judge;
    private final TapLine line;
    private final BooleanSupplier ready;
    private final IntakeLimits limits;
    private final TapParser parser;
    private final InFlight bytes;
    private final InFlight taps;

    /** Takes nothing until it is ready: until the registers are read to the end. */
    public TapDesk(Gatekeeper gatekeeper, TapJudge judge, TapLine line, BooleanSupplier ready, IntakeLimits limits) {
        this.gatekeeper = gatekeeper;
        this.judge = judge;
        this.line = line;
        this.ready = ready;
        this.limits = limits;
        this.parser = new TapParser(limits.batchMax());
        this.bytes = new InFlight(limits.inFlightBytesMax());
        this.taps = new InFlight(limits.inFlightTapsMax());
    }

    /** What a request gets. */
    sealed interface Answer {
        record Judged(List<Verdict> verdicts) implements Answer {}

        record Refused(Refusal refusal) implements Answer {}
    }

    /**
     * A request whose body is not read yet.
     *
     * @param length of the body in bytes; null if it was not announced
     */
    record Request(
            EnvelopeParser.Headers headers,
            BatchFormat format,
            @Nullable Long length,
            InputStream body) {}

    /** Taps that are being judged or published. */
    int tapsInFlight() {
        return taps.amount();
    }

    /** Cheapest checks first; the body is read only for a gate that may speak. */
    Answer take(Request request) {
        if (!ready.getAsBoolean()) {
            return new Answer.Refused(new Refusal.Starting());
        }
        return switch (request.headers()) {
            case EnvelopeParser.Headers.Refused(var refusal) -> new Answer.Refused(refusal);
            case EnvelopeParser.Headers.Read(var envelope) ->
                switch (gatekeeper.admit(envelope)) {
                    case Gatekeeper.Admission.Refused(var refusal) -> new Answer.Refused(refusal);
                    case Gatekeeper.Admission.Admitted admitted -> takeBody(request, envelope, admitted);
                };
        };
    }

    private Answer takeBody(Request request, Envelope envelope, Gatekeeper.Admission.Admitted admitted) {
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
            if (!gatekeeper.signed(admitted.gate(), envelope, body)) {
                return new Answer.Refused(new Refusal.SignatureInvalid());
            }
            return switch (parse(request.format(), body)) {
                case TapParser.Body.Refused(var refusal) -> new Answer.Refused(refusal);
                case TapParser.Body.Batch(var batch) -> takeTaps(admitted.gate(), batch, admitted.now());
            };
        } catch (IOException e) {
            return new Answer.Refused(new Refusal.MalformedBody("the body broke off"));
        } finally {
            bytes.leave(reserved);
        }
    }

    private Answer takeTaps(Gate gate, List<TapReading> batch, Instant now) {
        if (!taps.tryEnter(batch.size())) {
            return new Answer.Refused(new Refusal.TooBusy());
        }
        try {
            List<Verdict> verdicts = judge.judge(gate, batch, now);
            return switch (line.publish(gate, verdicts, now)
                    .toCompletableFuture()
                    .join()) {
                case STORED -> new Answer.Judged(verdicts);
                case AWAY -> new Answer.Refused(new Refusal.LineAway());
            };
        } finally {
            taps.leave(batch.size());
        }
    }

    private TapParser.Body parse(BatchFormat format, byte[] body) {
        return switch (format) {
            case ONE -> parser.readOne(body);
            case ARRAY -> parser.readArray(body);
            case LINES -> parser.readLines(body);
        };
    }

    private Answer tooLarge() {
        return new Answer.Refused(new Refusal.BodyTooLarge(limits.bodyBytesMax()));
    }
}
