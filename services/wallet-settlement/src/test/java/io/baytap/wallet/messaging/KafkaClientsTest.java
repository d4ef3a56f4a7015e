package io.baytap.wallet.messaging;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.schemas.Topics;
import io.baytap.schemas.wire.RegistryLookup;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KafkaClientsTest {

    interface Client extends Function<KafkaClients, Callable<?>> {}

    static List<Client> clients() {
        return List.of(
                kafka -> () -> kafka.consumer(Topics.FARES_CONVERTED),
                kafka -> () -> kafka.transactionalProducer(Topics.FARES_CONVERTED),
                kafka -> kafka::plainProducer);
    }

    /** A broker that asks who one is cannot be reached without it. */
    @ParameterizedTest
    @MethodSource("clients")
    void whatIsSetOfTheBrokerReachesEveryClient(Client client) {
        var settings = new KafkaClients.Settings(
                Map.of("bootstrap.servers", "localhost:9", "security.protocol", "HEARSAY"),
                "test",
                100,
                Duration.ofMillis(20));
        Vertx vertx = Vertx.vertx();
        var kafka = new KafkaClients(settings, new RegistryLookup("http://localhost:9", vertx));

        assertThatThrownBy(() -> client.apply(kafka).call()).hasStackTraceContaining("HEARSAY");
        vertx.close();
    }
}
