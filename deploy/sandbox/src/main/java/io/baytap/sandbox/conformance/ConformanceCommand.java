package io.baytap.sandbox.conformance;

import io.baytap.sandbox.gates.CodeIssuer;
import io.baytap.sandbox.gates.Pseudonyms;
import io.baytap.sandbox.gates.SigningKey;
import io.baytap.sandbox.provider.Scheme;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code conformance}: plays a fixed set of taps against an intake and checks every verdict. */
@Command(
        name = "conformance",
        description = "A fixed set of taps against any Baytap address; exits 1 naming what differs.",
        mixinStandardHelpOptions = true)
public final class ConformanceCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--url", required = true, description = "tap-ingest's HTTP address")
    private URI url = URI.create("http://127.0.0.1");

    @Option(
            names = "--registry-token",
            required = true,
            description = "proves an operator: the kit registers gates of its own")
    private String token = "";

    @Option(names = "--mqtt", description = "broker, as mqtt://host:port; without it that door is not played")
    private @Nullable URI mqtt;

    @Option(names = "--kafka", description = "bootstrap servers; without them Kafka, Avro and denials are not played")
    private @Nullable String kafka;

    @Option(names = "--registry", description = "schema registry, with /apis/registry/v3; needed with --kafka")
    private @Nullable String registry;

    @Option(
            names = "--issuer",
            description = "id of a registered WEIXIN_PAY issuer; with --kafka the kit registers its own")
    private @Nullable String issuerId;

    @Option(names = "--issuer-key", description = "file with the issuer's Ed25519 key, PKCS #8 in PEM")
    private @Nullable Path issuerKey;

    @Option(
            names = "--place",
            split = ",",
            description = "operator,route,stop,another stop; with --kafka the kit registers its own")
    private List<String> place = List.of();

    /** 0 if every verdict is as it must be, otherwise 1. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<String> differences = Conformance.play(settings(), line -> {
            out.println(line);
            out.flush();
        });
        out.println(differences.isEmpty() ? "conforms" : differences.size() + " differences");
        out.flush();
        return differences.isEmpty() ? 0 : 1;
    }

    private KitSettings settings() throws IOException {
        String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        var topics = Optional.ofNullable(kafka).map(servers -> {
            if (registry == null) {
                throw missing("--registry");
            }
            return new KitSettings.Topics(servers, registry);
        });
        return new KitSettings(
                url,
                Optional.ofNullable(mqtt),
                topics,
                token,
                run,
                issuer(run),
                Pseudonyms.of(System.getenv()),
                place(run));
    }

    private CodeIssuer issuer(String run) throws IOException {
        if (issuerId != null && issuerKey != null) {
            return new CodeIssuer(issuerId, Scheme.WEIXIN_PAY, SigningKey.read(issuerKey));
        }
        if (kafka == null) {
            throw missing("--issuer and --issuer-key, or --kafka");
        }
        return KitSettings.ownIssuer(run);
    }

    private KitSettings.Place place(String run) {
        if (place.size() == 4) {
            return new KitSettings.Place(place.get(0), place.get(1), place.get(2), place.get(3));
        }
        if (kafka == null) {
            throw missing("--place, or --kafka");
        }
        return KitSettings.ownPlace(run);
    }

    private ParameterException missing(String option) {
        return new ParameterException(spec.commandLine(), "needed: " + option);
    }
}
