package io.baytap.tap.messaging;

import io.baytap.schemas.network.v1.GateStatus;
import io.baytap.schemas.network.v1.TransportMode;
import io.baytap.schemas.riders.v1.RiderDenied;
import io.baytap.tap.domain.Gate;
import io.baytap.tap.domain.Issuer;
import io.baytap.tap.domain.PublicKeys;
import io.baytap.tap.domain.Route;
import io.baytap.tap.domain.WalletScheme;
import io.baytap.tap.messaging.ReferenceFeed.UnusableException;
import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reference events as the facts of the domain. */
final class ReferenceMapper {

    private final PublicKeys keys;

    ReferenceMapper(PublicKeys keys) {
        this.keys = keys;
    }

    Gate toGate(io.baytap.schemas.network.v1.Gate event) throws UnusableException {
        return new Gate(
                event.getGateId(),
                event.getOperatorId(),
                Gate.Mode.valueOf(event.getMode().name()),
                new Gate.Stand(event.getRouteId(), event.getStopId(), event.getDeck()),
                new Gate.Keys(key(event.getPublicKey()), previousKey(event)),
                new Gate.Standing(event.getStatus() == GateStatus.ACTIVE, event.getSuspendedSince()),
                event.getOccurredAt());
    }

    private Gate.Keys.@Nullable Previous previousKey(io.baytap.schemas.network.v1.Gate event) throws UnusableException {
        ByteBuffer key = event.getPreviousKey();
        Instant until = event.getPreviousKeyUntil();
        return key == null || until == null ? null : new Gate.Keys.Previous(key(key), until);
    }

    Route toRoute(io.baytap.schemas.network.v1.Route event) {
        return new Route(
                event.getRouteId(),
                event.getOperatorId(),
                event.getMode() == TransportMode.FERRY,
                Set.copyOf(event.getStopIds()));
    }

    Issuer toIssuer(io.baytap.schemas.wallets.v1.Issuer event) throws UnusableException {
        WalletScheme scheme = switch (event.getWalletScheme()) {
            case WEIXIN_PAY -> WalletScheme.WEIXIN_PAY;
            case WECHAT_PAY_HK -> WalletScheme.WECHAT_PAY_HK;
            case DIGITAL_RMB -> WalletScheme.DIGITAL_RMB;
            case FOREIGN_CARD -> WalletScheme.FOREIGN_CARD;
            case UNKNOWN -> throw new UnusableException("names a wallet scheme that is not known here");
        };
        return new Issuer(event.getIssuerId(), scheme, key(event.getPublicKey()));
    }

    /** Since when the rider is denied. */
    @Nullable
    Instant toDenial(RiderDenied event) {
        return event.getDenied() ? event.getOccurredAt() : null;
    }

    private PublicKey key(ByteBuffer spki) throws UnusableException {
        byte[] bytes = new byte[spki.remaining()];
        spki.duplicate().get(bytes);
        try {
            return keys.read(bytes);
        } catch (InvalidKeySpecException e) {
            throw new UnusableException("its publicKey is no Ed25519 key");
        }
    }
}
