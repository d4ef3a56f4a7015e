package io.baytap.sandbox.conformance;

import io.baytap.sandbox.gates.CodeIssuer;
import io.baytap.sandbox.gates.Pseudonyms;
import io.baytap.sandbox.gates.SigningKey;
import io.baytap.sandbox.provider.Scheme;
import java.net.URI;
import java.util.Optional;

/**
 * Against what the kit plays.
 *
 * @param url the address of the intake's HTTP interface
 * @param mqtt the broker whose gates the intake hears
 * @param kafka the topics' bootstrap servers, with the registry's address
 * @param token proves an operator
 * @param run makes this run's gates and riders its own
 * @param issuer registered there, or to be registered over Kafka
 * @param pseudonyms what the intake calls riders
 * @param place where taps may happen, or to be registered over Kafka
 */
public record KitSettings(
        URI url,
        Optional<URI> mqtt,
        Optional<Topics> kafka,
        String token,
        String run,
        CodeIssuer issuer,
        Pseudonyms pseudonyms,
        Place place) {

    /** An issuer of that run. */
    public static CodeIssuer ownIssuer(String run) {
        String issuerId = "conformance-" + run;
        return new CodeIssuer(issuerId, Scheme.WEIXIN_PAY, SigningKey.of("issuer " + issuerId));
    }

    /** A railway of that run. */
    public static Place ownPlace(String run) {
        String route = "CONFORMANCE:" + run;
        return new Place("CONFORMANCE", route, route + "#1", route + "#2");
    }

    /** Kafka and its registry. */
    public record Topics(String bootstrapServers, String registryUrl) {}

    /** A stop on a route of an operator, and another one. */
    public record Place(String operatorId, String routeId, String stopId, String otherStopId) {}
}
