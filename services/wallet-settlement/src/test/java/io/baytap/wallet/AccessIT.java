package io.baytap.wallet;

import static io.baytap.wallet.IdentityProvider.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may do what, by tokens that an identity provider signed. */
@QuarkusTest
@WithTestResource(WorldResource.class)
class AccessIT {

    private static final List<String> READS = List.of(
            "/v1/accounts",
            "/v1/batches",
            "/v1/days/2026-04-09/batches.csv",
            "/v1/days/2026-04-09/pain.001.xml",
            "/v1/proposals",
            "/v1/proposals/none");

    /** What became of a ride: helpers read it, too. */
    private static final List<String> READS_OF_RIDES = List.of(
            "/v1/journals/none",
            "/v1/charges/none",
            "/v1/charges?journeyId=none",
            "/v1/batches/MTR:HKD:1999-01-01/bank-lines",
            "/v1/batches/none/bank-lines",
            "/v1/proposals?journeyId=none");

    @Inject
    Caller caller;

    @Inject
    Kit kit;

    @Test
    void readingNeedsARole() {
        readBy(READS, "auditor, finance, operations", List.of("finance", "operations", "auditor"));
        readBy(
                READS_OF_RIDES,
                "auditor, finance, helper, operations",
                List.of("finance", "operations", "auditor", "helper"));
        for (String path : READS) {
            assertThat(caller.get(path, token("hana", "helper")).status())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    private void readBy(List<String> paths, String named, List<String> roles) {
        for (String path : paths) {
            Caller.Answer nobody = caller.get(path, null);
            Caller.Answer rider = caller.get(path, token("rita", "rider"));

            assertThat(nobody.status()).as(path).isEqualTo(401);
            assertThat(nobody.reason()).isEqualTo("NO_TOKEN");
            assertThat(rider.status()).as(path).isEqualTo(403);
            assertThat(rider.type()).startsWith("application/problem+json");
            assertThat(rider.reason()).isEqualTo("ROLE_MISSING");
            assertThat(rider.body().path("detail").asText()).contains(named);
            for (String role : roles) {
                assertThat(caller.get(path, token("one", role)).status())
                        .as(path + " as " + role)
                        .isIn(200, 404);
            }
        }
    }

    @Test
    void aTokenThatIsNotAcceptedSaysWhy() {
        assertThat(refusal(IdentityProvider.expired("anna", "finance"))).isEqualTo("TOKEN_EXPIRED");
        assertThat(refusal(IdentityProvider.ofOtherIssuer("anna", "finance"))).isEqualTo("OTHER_ISSUER");
        assertThat(refusal(IdentityProvider.forged("anna", "finance"))).isEqualTo("BAD_SIGNATURE");
        assertThat(refusal("no-token")).isEqualTo("TOKEN_REFUSED");
    }

    @Test
    void auditorsReadAndDoNothing() {
        String auditor = token("theo", "auditor");

        assertThat(caller.post("/v1/charges/none/recovery", "", auditor).status())
                .isEqualTo(403);
        assertThat(caller.post("/v1/proposals", "{}", auditor).status()).isEqualTo(403);
        assertThat(caller.post("/v1/proposals/none/approval", "", auditor).status())
                .isEqualTo(403);
        assertThat(caller.post("/v1/proposals/none/rejection", "", auditor).status())
                .isEqualTo(403);
    }

    @Test
    void helpersProposeOfRidesAndDecideNothing() {
        String helper = token("hana", "helper");

        assertThat(caller.post("/v1/proposals", "{}", helper).status()).isEqualTo(400);
        assertThat(caller.post("/v1/proposals", "{\"kind\":\"EXPLAIN\"}", helper)
                        .status())
                .as("of a break")
                .isEqualTo(403);
        for (String done :
                List.of("/v1/proposals/none/approval", "/v1/proposals/none/rejection", "/v1/charges/none/recovery")) {
            assertThat(caller.post(done, "", helper).status()).as(done).isEqualTo(403);
        }
    }

    @Test
    void operationsApproveNothing() {
        String operations = token("olga", "operations");

        assertThat(caller.post("/v1/proposals/none/approval", "", operations).status())
                .isEqualTo(403);
        assertThat(caller.post("/v1/charges/none/recovery", "", operations).status())
                .isEqualTo(404);
    }

    @Test
    void theTrailIsForAuditorsAndHoldsWhatWasRefused() {
        caller.get("/v1/accounts", token("rita", "rider"));
        caller.post("/v1/charges/charge:of-nobody/recovery", "", token("rita", "rider"));

        assertThat(caller.get("/v1/audit", token("anna", "finance")).status()).isEqualTo(403);
        Caller.Answer trail =
                caller.get("/v1/audit?subject=subject-of-rita&target=charge:of-nobody", token("theo", "auditor"));

        assertThat(trail.status()).isEqualTo(200);
        assertThat(trail.body().path("entries")).singleElement().satisfies(entry -> {
            assertThat(entry.path("person").asText()).isEqualTo("rita");
            assertThat(entry.path("roles").path(0).asText()).isEqualTo("rider");
            assertThat(entry.path("action").asText()).isEqualTo("RECOVER");
            assertThat(entry.path("refusal").asText()).isEqualTo("ROLE_MISSING");
        });
        assertThat(caller.get("/v1/audit?from=today", token("theo", "auditor"))
                        .body()
                        .path("field")
                        .asText())
                .isEqualTo("from");
    }

    @Test
    void providersAndWatchersNeedNoToken() {
        assertThat(caller.post("/v1/notifications/weixin-pay", "{}", null).reason())
                .as("refused by its signature")
                .isNotEqualTo("NO_TOKEN");
        assertThat(caller.get("/q/health/live", null).status()).isEqualTo(200);
        assertThat(caller.get("/q/metrics", null).status()).isEqualTo(200);
    }

    @Test
    void theDocumentSaysWhichDoorsNeedAToken() {
        var document = caller.get("/q/openapi?format=json", null).body();

        assertThat(document.at("/components/securitySchemes/bearer/scheme").asText())
                .isEqualTo("bearer");
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> assertThat(
                                        operation.getValue().path("security").isEmpty())
                                .as(operation.getKey() + " " + path.getKey())
                                .isEqualTo(path.getKey().startsWith("/v1/notifications"))));
        assertThat(document.path("paths").size()).isGreaterThan(10);
    }

    private String refusal(String token) {
        Caller.Answer answer = caller.get("/v1/accounts", token);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.type()).startsWith("application/problem+json");
        return answer.reason();
    }
}
