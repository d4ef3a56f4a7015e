package io.baytap.reporting;

import io.baytap.reporting.access.VisitorToken;
import io.baytap.reporting.neighbours.FareCalculation;
import io.baytap.reporting.neighbours.FxConversion;
import io.baytap.reporting.neighbours.Neighbour;
import io.baytap.reporting.neighbours.TapIngest;
import io.baytap.reporting.neighbours.WalletSettlement;
import io.baytap.reporting.page.RateFreshness;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Builds the clients of other services from the settings. */
@ApplicationScoped
class NeighbourWiring {

    /** A refusal is an answer: the screen says what it means. */
    private static final String THROWS_NOTHING = "microprofile.rest.client.disable.default.mapper";

    private final ReportingConfig.Neighbours config;

    NeighbourWiring(ReportingConfig config) {
        this.config = config.neighbours();
        if (!this.config.answerMax().isPositive()) {
            throw new IllegalArgumentException("reporting.neighbours.answer-max is not longer than nothing");
        }
    }

    @Produces
    @Singleton
    Neighbour<FareCalculation> fareCalculation(VisitorToken visitor) {
        return neighbour("fare-calculation", config.fareCalculation(), FareCalculation.class, visitor::token);
    }

    @Produces
    @Singleton
    Neighbour<FxConversion> fxConversion(VisitorToken visitor) {
        return neighbour("fx-conversion", config.fxConversion(), FxConversion.class, visitor::token);
    }

    @Produces
    @Singleton
    Neighbour<WalletSettlement> walletSettlement(VisitorToken visitor) {
        return neighbour("wallet-settlement", config.walletSettlement(), WalletSettlement.class, visitor::token);
    }

    @Produces
    @Singleton
    Neighbour<TapIngest> tapIngest() {
        return neighbour("tap-ingest", config.tapIngest(), TapIngest.class, config::tapIngestToken);
    }

    @Produces
    @Singleton
    RateFreshness rateFreshness() {
        return new RateFreshness(config.rateStaleAfter());
    }

    private <C> Neighbour<C> neighbour(
            String name, Optional<URI> address, Class<C> calls, Supplier<Optional<String>> token) {
        return new Neighbour<>(name, address.map(uri -> client(uri, calls)), config.answerMax(), token);
    }

    private <C> C client(URI address, Class<C> calls) {
        Duration answerMax = config.answerMax();
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(address)
                .connectTimeout(answerMax.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(answerMax.toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .property(THROWS_NOTHING, true)
                .build(calls);
    }
}
