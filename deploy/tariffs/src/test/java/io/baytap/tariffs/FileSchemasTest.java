package io.baytap.tariffs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Policy and scheme files against their schemas. */
class FileSchemasTest {

    private static final JsonSchema POLICY = schema("policy.schema.json");
    private static final JsonSchema SCHEME = schema("scheme.schema.json");

    private static final String SOUND_POLICY = """
            operator: MTR
            currency: HKD
            city: hong-kong
            territory: HK
            effectiveFrom: 2026-06-22T12:00
            networks:
              - routes: ["MTR:heavy-rail"]
                pairing: ENTRY_EXIT
                journeyMax: PT150M
                maximumFare: HIGHEST
                surcharge: "60.80"
                sameStation: {freeFor: PT20M, fare: "10.00", lowestFareAt: ["MTR:76"]}
                linkedStations: [["MTR:1", "MTR:39"]]
                reTapWindow: PT5M
            offPeak:
              - {id: early-bird, routes: ["MTR:heavy-rail"], stops: [], service: EARLY, from: "07:15", until: "08:15", percent: 35}
            """;

    private static final String SOUND_SCHEME = """
            scheme: example
            currency: HKD
            zone: Asia/Hong_Kong
            effectiveFrom: 2026-01-01
            effectiveUntil: 2027-01-01
            interchanges:
              - {id: there, from: ["KMB:*"], to: ["MTR:heavy-rail"], within: PT30M, amount: "2.00"}
              - {id: back, from: ["MTR:heavy-rail"], to: ["KMB:*"], within: PT30M, percent: 10}
            caps:
              - {id: day, routes: ["KMB:*"], period: DAY, amount: "40.00"}
            subsidies:
              - {id: month, routes: ["KMB:*"], threshold: "500.00", share: 1/3, max: "400.00"}
            """;

    static Stream<Path> policies() {
        return files(Published.POLICIES);
    }

    static Stream<Path> schemes() {
        return files(Published.SCHEMES);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void everyPolicyOfOursIsSound(Path file) throws IOException {
        assertThat(reasons(POLICY, Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void everySchemeOfOursIsSound(Path file) throws IOException {
        assertThat(reasons(SCHEME, Files.readString(file))).isEmpty();
        assertThat(file.getFileName().toString())
                .isEqualTo(
                        new YAMLMapper().readTree(file.toFile()).path("scheme").asText() + ".scheme.yaml");
    }

    @Test
    void filesThatUseEveryKeyAreSound() {
        assertThat(reasons(POLICY, SOUND_POLICY)).isEmpty();
        assertThat(reasons(SCHEME, SOUND_SCHEME)).isEmpty();
    }

    @ParameterizedTest(name = "{0} instead of {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "currency: HKD | currency: Dollar | currency",
                "territory: HK | territory: Hongkong | territory",
                "territory: HK | terrritory: HK | terrritory",
                "operator: MTR | '' | operator",
                "2026-06-22T12:00 | 22.6.2026 | effectiveFrom",
                "ENTRY_EXIT | ENTRY | pairing",
                "ENTRY_EXIT | ON_ENTRY | journeyMax",
                "ENTRY_EXIT | BOARD_THEN_REBATE | sameStation",
                "PT150M | 150 | journeyMax",
                "PT150M | -PT150M | journeyMax",
                "maximumFare: HIGHEST | maximumFare: LOWEST | maximumFare",
                "\"60.80\" | 60.80 | surcharge",
                "\"60.80\" | \"60.805\" | surcharge",
                "\"10.00\" | \"-10.00\" | fare",
                "'[[\"MTR:1\", \"MTR:39\"]]' | '[[\"MTR:1\"]]' | linkedStations",
                "service: EARLY, | '' | service",
                "\"07:15\" | 7 | from",
                "percent: 35 | percent: 350 | percent"
            })
    void aWrongPolicyIsRefusedByName(String text, String by, String name) {
        assertThat(reasons(POLICY, spoilt(SOUND_POLICY, text, by)))
                .anySatisfy(reason -> assertThat(reason).contains(name));
    }

    @ParameterizedTest(name = "{0} instead of {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "scheme: example | scheme: Example 1 | scheme",
                "effectiveFrom: 2026-01-01 | '' | effectiveFrom",
                "2027-01-01 | soon | effectiveUntil",
                "Asia/Hong_Kong | HKT | zone",
                "within: PT30M, | '' | within",
                "percent: 10 | percent: 10.5 | percent",
                "percent: 10 | 'percent: 10, amount: \"1.00\"' | interchanges[1]",
                ", percent: 10 | '' | interchanges[1]",
                "from: [\"KMB:*\"] | from: [] | from",
                "period: DAY | period: YEAR | period",
                "amount: \"40.00\" | amount: 40 | amount",
                "share: 1/3 | share: 0.33 | share",
                "max: | maximum: | maximum"
            })
    void aWrongSchemeIsRefusedByName(String text, String by, String name) {
        assertThat(reasons(SCHEME, spoilt(SOUND_SCHEME, text, by)))
                .anySatisfy(reason -> assertThat(reason).contains(name));
    }

    @Test
    void aSchemeThatPromisesNothingIsRefused() {
        String empty = SOUND_SCHEME.substring(0, SOUND_SCHEME.indexOf("interchanges:"));

        assertThat(reasons(SCHEME, empty)).isNotEmpty();
    }

    private static String spoilt(String sound, String text, String by) {
        assertThat(sound).contains(text);
        return sound.replace(text, by == null ? "" : by);
    }

    private static List<String> reasons(JsonSchema schema, String yaml) {
        try {
            return schema.validate(new YAMLMapper().readTree(yaml)).stream()
                    .map(ValidationMessage::getMessage)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonSchema schema(String file) {
        try {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
