package io.baytap.fx;

import static io.baytap.fx.messaging.TestFares.mainlandRiderInHongKong;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.fx.v1.ProposalVerdict;
import io.baytap.schemas.fx.v1.RateProposal;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import io.baytap.stack.Records;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rates that people bring, on the packaged service with a real broker and tokens signed by an identity provider's key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProposalsIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final EmbeddedStack stack = EmbeddedStack.start(Set.of(Part.KAFKA, Part.REGISTRY));
    private final FxProcess service = new FxProcess(stack);
    private final FxProcess replica = new FxProcess(stack, "fx-replica");
    private final IdentityProvider identity = new IdentityProvider();
    private final Records records = startRecords();

    private final String anna = identity.token("anna", "finance");
    private final String ben = identity.token("ben", "finance");
    private final String olga = identity.token("olga", "operations");
    private final String theo = identity.token("theo", "auditor");

    private Records startRecords() {
        stack.setUpTopics();
        return new Records(stack.bootstrapServers(), stack.registryUrl());
    }

    @BeforeAll
    void start() {
        Map<String, String> settings = identity.settings();
        service.start(settings);
        replica.start(settings);
    }

    @AfterAll
    void stop() {
        identity.close();
        records.close();
        stack.close();
    }

    @Test
    void aFareWaitsUntilOneHasProposedAndAnotherApproved() {
        Instant tapped = Instant.now().minus(Duration.ofHours(2));
        records.produce(Topics.FARES_ASSESSED, List.of(mainlandRiderInHongKong("journey:four-eyes", tapped, 1250)));
        String id = id(propose(service, olga, "0.8725", tapped.minusSeconds(60).toString(), "the ECB is closed"));

        assertThat(decide(service, "ben-is-no-token", id, "approval").statusCode())
                .isEqualTo(401);
        assertThat(decide(replica, olga, id, "approval").statusCode()).isEqualTo(403);
        var approved = decide(replica, ben, id, "approval");

        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        assertThat(approved.body())
                .contains("\"state\":\"APPROVED\"", "\"proposedBy\":\"olga\"", "\"decidedBy\":\"ben\"");
        // 12.50 HKD × 0.8725 = 1090.625 fen, 1091; a half percent 5.455, 5.
        assertThat(converted("journey:four-eyes")).satisfies(converted -> {
            assertThat(converted.getWalletMinor()).isEqualTo(1096);
            assertThat(converted.getRateIds()).singleElement().asString().startsWith("OPERATOR:HKD/CNY:");
        });
    }

    @Test
    void nobodyApprovesTheirOwn() {
        String id = id(propose(service, anna, "0.8726", null, "my own"));

        var answer = decide(service, anna, id, "approval");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("\"reason\":\"SAME_PERSON\"");
        assertThat(service.get("/v1/rates/proposals?state=PENDING", "Authorization", "Bearer " + theo)
                        .body())
                .contains(id);
        assertThat(decide(service, anna, id, "rejection").body()).contains("\"state\":\"REJECTED\"");
    }

    /** Two replicas are told the opposite at once: one of them is believed, and both then know which. */
    @Test
    void ofTwoDecisionsAtOnceOneCounts() {
        for (int round = 0; round < 8; round++) {
            String id = id(propose(service, olga, "0.87" + (30 + round), null, "at once"));

            CompletableFuture<HttpResponse<String>> yes =
                    CompletableFuture.supplyAsync(() -> decide(service, anna, id, "approval"));
            CompletableFuture<HttpResponse<String>> no =
                    CompletableFuture.supplyAsync(() -> decide(replica, ben, id, "rejection"));
            List<Integer> answers = Stream.of(yes.join(), no.join())
                    .map(HttpResponse::statusCode)
                    .toList();

            assertThat(answers).allMatch(status -> Set.of(200, 409, 503).contains(status));
            assertThat(answers).filteredOn(status -> status == 200).hasSizeLessThanOrEqualTo(1);
            List<RateProposal> decisions =
                    records.consume(Topics.FX_PROPOSALS, RateProposal.class, all -> !all.isEmpty(), LIMIT).stream()
                            .filter(each -> each.getProposalId().equals(id) && each.getVerdict() != null)
                            .toList();
            assertThat(decisions).hasSize((int)
                    answers.stream().filter(status -> status == 200).count());
            assertThat(decisions)
                    .allSatisfy(each -> assertThat(each.getVerdict())
                            .isEqualTo(
                                    answers.getFirst() == 200 ? ProposalVerdict.APPROVED : ProposalVerdict.REJECTED));
        }
    }

    @Test
    void aWholeTableTakesTwoPeopleToo() {
        // Too old to be in force today: fares of other tests wait for other rates.
        String day = LocalDate.now(ZoneId.of("Europe/Berlin")).minusDays(20).toString();
        String table = "Date,USD,CNY,HKD,\n" + day + ",1.1685,7.9863,9.1551,\n";
        assertThat(service.put("/v1/rates/ecb", "text/csv", table).statusCode()).isEqualTo(401);

        var proposed = service.put("/v1/rates/ecb", "text/csv", table, "Authorization", "Bearer " + olga);

        String id = id(proposed);
        assertThat(proposed.body()).contains("\"state\":\"PENDING\"", "\"source\":\"ECB\"", "\"rates\":3", "9.1551");
        assertThat(records.consume(Topics.FX_PROPOSALS, RateProposal.class, all -> !all.isEmpty(), LIMIT))
                .filteredOn(each -> each.getProposalId().equals(id))
                .singleElement()
                .satisfies(event -> assertThat(event.getTable()).hasSize(1));
        assertThat(decide(replica, olga, id, "approval").statusCode()).isEqualTo(403);
        assertThat(replica.get("/v1/rates/proposals/" + id + "/table", "Authorization", "Bearer " + theo)
                        .body())
                .contains("\"date\":\"" + day + "\"", "\"quote\":\"CNY\",\"rate\":\"7.9863\"");

        var approved = decide(replica, ben, id, "approval");

        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        assertThat(approved.body()).contains("\"proposedBy\":\"olga\"", "\"decidedBy\":\"ben\"");
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> service.get("/v1/rates?base=HKD&quote=CNY&at=" + day + "T22:00:00Z")
                        .body()
                        .contains("ECB:EUR/HKD:" + day));
    }

    @Test
    void exposuresAndDealsAreForThoseWithARole() {
        for (String path : List.of("/v1/exposures", "/v1/deals")) {
            assertThat(service.get(path).statusCode()).isEqualTo(401);
            assertThat(service.get(path, "Authorization", "Bearer " + theo).statusCode())
                    .isEqualTo(200);
        }
        assertThat(service.get("/v1/deals?from=soon", "Authorization", "Bearer " + theo)
                        .body())
                .contains("\"field\":\"from\"");
    }

    @Test
    void readingNeedsARoleAndTheBoardNone() {
        assertThat(service.get("/v1/rates/proposals").statusCode()).isEqualTo(401);
        assertThat(service.get("/v1/rates/proposals", "Authorization", "Bearer " + identity.token("rita", "rider"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.get("/v1/rates/proposals", "Authorization", "Bearer " + theo)
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.get("/v1/board").statusCode()).isEqualTo(200);
        assertThat(service.put("/v1/rates/ecb", "text/csv", "Date,USD,CNY,HKD\n")
                        .statusCode())
                .isEqualTo(401);
        assertThat(propose(service, theo, "0.8725", null, "an auditor").statusCode())
                .isEqualTo(403);
    }

    @Test
    void aTokenOfAnotherIssuerOrAnotherKeyIsNone() {
        String stranger = identity.token("anna", "finance", "https://elsewhere.test");
        String forged = new IdentityProvider().token("anna", "finance");

        assertThat(propose(service, stranger, "0.8725", null, "x").statusCode()).isEqualTo(401);
        assertThat(propose(service, forged, "0.8725", null, "x").statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsMalformedIsNamed() {
        assertThat(propose(service, olga, "1e9", null, "x").body()).contains("rates[0]", "no decimal");
        assertThat(propose(service, olga, "0", null, "x").body()).contains("rates[0]", "positive");
        assertThat(propose(service, olga, "0.8725", "soon", "x").body()).contains("inForceFrom");
        assertThat(propose(service, olga, "0.8725", null, "").body()).contains("note");
        var inverse = service.post(
                "/v1/rates/proposals",
                "{\"date\":\"2026-04-09\",\"note\":\"x\",\"rates\":[{\"base\":\"CNY\",\"quote\":\"HKD\",\"rate\":\"1.14\"}]}",
                "Authorization",
                "Bearer " + olga);
        assertThat(inverse.body()).contains("not quoted like this: CNY/HKD");
    }

    private FareConverted converted(String journey) {
        return records
                .consume(
                        Topics.FARES_CONVERTED,
                        FareConverted.class,
                        all -> all.stream().anyMatch(each -> each.getJourneyId().equals(journey)),
                        LIMIT)
                .stream()
                .filter(each -> each.getJourneyId().equals(journey))
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> propose(
            FxProcess at, String token, String rate, @org.jspecify.annotations.Nullable String from, String note) {
        String inForceFrom = from == null ? "" : "\"inForceFrom\": \"" + from + "\",";
        return at.post(
                "/v1/rates/proposals", """
                {"date": "2026-04-09", %s "rates": [{"base": "HKD", "quote": "CNY", "rate": "%s"}], "note": "%s"}""".formatted(inForceFrom, rate, note), "Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> decide(FxProcess at, String token, String id, String what) {
        return at.post("/v1/rates/proposals/" + id + "/" + what, "", "Authorization", "Bearer " + token);
    }

    private static String id(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body().replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    }
}
