package io.baytap.bench.fares;

import io.baytap.bench.fares.TravelDay.RiderTap;
import io.baytap.fare.domain.Direction;
import io.baytap.fare.domain.Tap;
import io.baytap.schemas.Topics;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.taps.v1.TapDirection;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Records;
import java.util.List;
import java.util.stream.Gatherers;

/** Puts taps on the topic that fare-calculation reads, as tap-ingest would have. */
final class TapTopic {

    private static final int AT_ONCE = 10_000;

    private TapTopic() {}

    /** In that order; returns when the broker has all. */
    static void fill(EmbeddedStack stack, List<RiderTap> taps) {
        try (var records = new Records(stack.bootstrapServers(), stack.registryUrl())) {
            taps.stream()
                    .gather(Gatherers.windowFixed(AT_ONCE))
                    .forEach(window -> records.produce(
                            Topics.TAPS_ACCEPTED,
                            window.stream().map(TapTopic::toEvent).toList()));
        }
    }

    private static TapAccepted toEvent(RiderTap rider) {
        Tap tap = rider.tap();
        return TapAccepted.newBuilder()
                .setEventId(tap.id())
                .setOccurredAt(tap.occurredAt())
                .setRiderId(WalletScheme.WECHAT_PAY_HK + ":bench." + rider.rider())
                .setWalletScheme(WalletScheme.WECHAT_PAY_HK)
                .setGateId(tap.gateId())
                .setSequence(Long.parseLong(tap.id().substring(tap.id().lastIndexOf(':') + 1)))
                .setOperatorId(tap.operatorId())
                .setRouteId(tap.routeId())
                .setStopId(tap.stopId())
                .setDeck(tap.deck())
                .setDirection(tap.direction() == Direction.ENTRY ? TapDirection.ENTRY : TapDirection.EXIT)
                .setReceivedAt(tap.occurredAt().plusSeconds(1))
                .setLate(false)
                .build();
    }
}
