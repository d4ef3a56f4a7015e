package io.baytap.tap.kit;

import io.baytap.schemas.Topics;
import io.baytap.schemas.network.v1.Gate;
import io.baytap.schemas.network.v1.GateStatus;
import io.baytap.schemas.network.v1.Route;
import io.baytap.schemas.network.v1.TransportMode;
import io.baytap.schemas.riders.v1.RiderDenied;
import io.baytap.schemas.wallets.v1.Issuer;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.baytap.stack.Records;
import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Registers gates, routes, issuers and denials, as operators and wallets do. */
public final class Network {

    private final Records records;

    public Network(Records records) {
        this.records = records;
    }

    public void gate(
            String gateId, @Nullable String routeId, @Nullable String stopId, PublicKey key, GateStatus status) {
        gate(gateId, routeId, stopId, key.getEncoded(), status);
    }

    /** Whatever the bytes of its key are. */
    public void gate(
            String gateId, @Nullable String routeId, @Nullable String stopId, byte[] publicKey, GateStatus status) {
        records.produce(
                Topics.NETWORK_GATES,
                List.of(new Gate(
                        "gate:" + gateId + ":0",
                        now(),
                        gateId,
                        "MTR",
                        TransportMode.RAIL,
                        routeId,
                        stopId,
                        null,
                        ByteBuffer.wrap(publicKey),
                        status,
                        null,
                        null,
                        null)));
    }

    public void route(String routeId, TransportMode mode, List<String> stopIds) {
        records.produce(
                Topics.NETWORK_ROUTES,
                List.of(new Route("route:" + routeId + ":0", now(), routeId, "MTR", mode, stopIds)));
    }

    public void issuer(CodeIssuer issuer) {
        records.produce(
                Topics.WALLETS_ISSUERS,
                List.of(new Issuer(
                        "issuer:" + issuer.issuerId() + ":0",
                        now(),
                        issuer.issuerId(),
                        WalletScheme.valueOf(issuer.scheme()),
                        ByteBuffer.wrap(issuer.keys().getPublic().getEncoded()))));
    }

    public void deny(String riderId, Instant since, boolean denied) {
        records.produce(
                Topics.RIDERS_DENIED,
                List.of(new RiderDenied("denial:charge:test", since, riderId, denied, "DECLINED")));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
