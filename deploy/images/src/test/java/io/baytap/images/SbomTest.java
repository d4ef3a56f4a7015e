package io.baytap.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SbomTest {

    private static final String CYCLONEDX = "http://cyclonedx.org/schema/";
    private static final Release RELEASE = new Release("0.1.0", "abc1234", Instant.parse("2026-04-09T04:00:00Z"));

    @TempDir
    private Path directory;

    @Test
    void theBillIsValidAndNamesArtifactsJavaAndPackages() throws Exception {
        JsonNode bill = bill();

        assertThat(cycloneDx().validate(bill)).isEmpty();
        assertThat(bill.at("/metadata/component/purl").asText()).isEqualTo("pkg:maven/io.baytap/tap-ingest@0.1.0");
        assertThat(bill.at("/components").findValuesAsText("purl"))
                .contains(
                        "pkg:maven/org.apache.kafka/kafka-clients@4.1.1",
                        "pkg:maven/org.rocksdb/rocksdbjni@9.7.3?classifier=linux64",
                        "pkg:deb/debian/zlib1g@1%3A1.2.13.dfsg-1?arch=amd64")
                .anyMatch(purl -> purl.startsWith("pkg:generic/java@"));
    }

    @Test
    void theSameImageHasTheSameBill() throws Exception {
        assertThat(bill()).isEqualTo(bill());
    }

    private JsonNode bill() throws Exception {
        Files.write(
                directory.resolve("quarkus-app-dependencies.txt"),
                List.of("org.apache.kafka:kafka-clients::jar:4.1.1", "org.rocksdb:rocksdbjni:linux64:jar:9.7.3"));
        DebianPackage zlib = new DebianPackage("zlib1g", "1:1.2.13.dfsg-1", "amd64");
        Path file = directory.resolve("bill.json");
        new Sbom(RELEASE, List.of(zlib), "Eclipse Adoptium").write("tap-ingest", directory, file);
        return new ObjectMapper().readTree(file.toFile());
    }

    private static JsonSchema cycloneDx() {
        return JsonSchemaFactory.getInstance(
                        VersionFlag.V7, factory -> factory.schemaMappers(to -> to.mapPrefix(CYCLONEDX, "classpath:")))
                .getSchema(SchemaLocation.of(CYCLONEDX + "bom-1.6.schema.json"));
    }
}
