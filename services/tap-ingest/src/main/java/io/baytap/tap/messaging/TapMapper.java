package io.baytap.tap.messaging;

import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.taps.v1.TapDirection;
import io.baytap.schemas.taps.v1.TapRejected;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.baytap.tap.domain.Direction;
import io.baytap.tap.domain.Gate;
import io.baytap.tap.domain.RejectReason;
import io.baytap.tap.domain.TapReading;
import io.baytap.tap.domain.Verdict;
import java.time.Instant;
import java.util.HexFormat;

/** Verdicts as events. */
final class TapMapper {

    private TapMapper() {}

    static TapAccepted toEvent(Verdict.Accepted accepted, Gate gate, Instant receivedAt) {
        var tap = accepted.tap();
        var rider = accepted.rider();
        var place = accepted.place();
        return new TapAccepted(
                "tap:" + gate.gateId() + ":" + tap.sequence(),
                accepted.occurredAt(),
                rider.riderId(),
                switch (rider.scheme()) {
                    case WEIXIN_PAY -> WalletScheme.WEIXIN_PAY;
                    case WECHAT_PAY_HK -> WalletScheme.WECHAT_PAY_HK;
                    case DIGITAL_RMB -> WalletScheme.DIGITAL_RMB;
                    case FOREIGN_CARD -> WalletScheme.FOREIGN_CARD;
                },
                gate.gateId(),
                tap.sequence(),
                gate.operatorId(),
                place.routeId(),
                place.stopId(),
                place.deck(),
                tap.direction() == Direction.ENTRY ? TapDirection.ENTRY : TapDirection.EXIT,
                receivedAt,
                accepted.marks().late(),
                tap.occurredAt(),
                accepted.marks().correction().toMillis(),
                tap.denyListVersion(),
                accepted.marks().onOldDenyList());
    }

    static TapRejected toEvent(Verdict.Rejected rejected, Gate gate, Instant receivedAt) {
        RejectReason reason = rejected.reason();
        return new TapRejected(
                "tap-rejected:" + gate.gateId() + ":" + number(rejected) + ":" + reason.code(),
                rejected.occurredAt(),
                gate.gateId(),
                rejected.sequence(),
                gate.operatorId(),
                reason.code(),
                reason.field(),
                reason.detail(),
                receivedAt);
    }

    /** What tells it from the gate's other rejected taps, and is the same when it is sent again. */
    private static String number(Verdict.Rejected rejected) {
        return rejected.sequence() == TapReading.NO_SEQUENCE
                ? "sha256-" + HexFormat.of().toHexDigits(rejected.fingerprint())
                : Long.toString(rejected.sequence());
    }
}
