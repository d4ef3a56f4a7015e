package io.baytap.tap.messaging;

import io.baytap.schemas.Topics;
import io.baytap.schemas.gates.v1.GateSequences;
import io.baytap.schemas.riders.v1.RiderDenied;
import io.baytap.schemas.wire.SchemaLookup;
import io.baytap.tap.domain.DenyList;
import io.baytap.tap.domain.Gate;
import io.baytap.tap.domain.GateBook;
import io.baytap.tap.domain.GateLine;
import io.baytap.tap.domain.Issuer;
import io.baytap.tap.domain.PublicKeys;
import io.baytap.tap.domain.Registers;
import io.baytap.tap.domain.Route;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;

/** The reference topics of this service, and what they say now. */
public final class References {

    private final ReferenceTable<Gate> gates = new ReferenceTable<>();
    private final ReferenceTable<Route> routes = new ReferenceTable<>();
    private final ReferenceTable<Issuer> issuers = new ReferenceTable<>();
    private final DenyList denials;
    private final List<ReferenceFeed<?, ?>> feeds;

    /** The book learns what other replicas tell of gates, and the list who is denied. */
    public References(PublicKeys keys, SchemaLookup schemas, GateBook book, DenyList denials) {
        this.denials = denials;
        var mapper = new ReferenceMapper(keys);
        feeds = List.of(
                new ReferenceFeed<>(
                        Topics.NETWORK_GATES, io.baytap.schemas.network.v1.Gate.class, schemas, mapper::toGate, gates),
                new ReferenceFeed<>(
                        Topics.GATES_SEQUENCES,
                        GateSequences.class,
                        schemas,
                        SequencesMapper::toState,
                        new BookSink(book)),
                new ReferenceFeed<>(
                        Topics.NETWORK_ROUTES,
                        io.baytap.schemas.network.v1.Route.class,
                        schemas,
                        mapper::toRoute,
                        routes),
                new ReferenceFeed<>(
                        Topics.WALLETS_ISSUERS,
                        io.baytap.schemas.wallets.v1.Issuer.class,
                        schemas,
                        mapper::toIssuer,
                        issuers),
                new ReferenceFeed<>(
                        Topics.RIDERS_DENIED, RiderDenied.class, schemas, mapper::toDenial, new DenialsSink(denials)));
    }

    /** Always the latest facts. */
    public Registers registers() {
        return new Registers(gates, routes, issuers, denials);
    }

    /** Where gates are written, to be read back here. */
    public GateLine gateLine(Producer<byte[], byte[]> producer, SchemaLookup schemas) {
        return new GateWriter(producer, schemas, gates);
    }

    List<ReferenceFeed<?, ?>> feeds() {
        return feeds;
    }
}
