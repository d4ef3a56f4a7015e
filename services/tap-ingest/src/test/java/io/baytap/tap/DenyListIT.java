package io.baytap.tap;

import static io.baytap.tap.kit.TapText.quoted;
import static io.baytap.tap.kit.World.refusal;
import static io.baytap.tap.kit.World.verdicts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.schemas.Topics;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.stack.StackResource;
import io.baytap.tap.kit.Pseudonym;
import io.baytap.tap.kit.TapText;
import io.baytap.tap.kit.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Gates hold the deny list, and say which version they decided by. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DenyListIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String PATH = "/v1/denials";

    World world;
    String account;
    String rider;

    @BeforeEach
    void createWorld(TestInfo test) {
        account = test.getTestMethod().orElseThrow().getName();
        world = World.create(account);
        rider = Pseudonym.of("WEIXIN_PAY", account);
    }

    @AfterEach
    void closeWorld() {
        world.close();
    }

    @Test
    void aGateHoldsTheListAndIsToldWhatChanges() {
        HttpResponse<String> first = world.fixed.get(PATH);
        String version = JsonPath.from(first.body()).getString("version");

        assertThat(JsonPath.from(first.body()).getBoolean("whole")).isTrue();
        assertThat(first.headers().firstValue("ETag")).hasValue("\"" + version + "\"");
        assertThat(world.fixed.get(PATH, "If-None-Match", "\"" + version + "\"").statusCode())
                .isEqualTo(304);

        CompletableFuture<HttpResponse<String>> waiting =
                CompletableFuture.supplyAsync(() -> world.fixed.get(PATH + "?since=" + version, "Prefer", "wait=20"));
        world.network().deny(rider, now(), true);
        JsonPath changed = JsonPath.from(waiting.join().body());

        assertThat(waiting.join().headers().firstValue("Preference-Applied")).hasValue("wait=20");
        assertThat(changed.getBoolean("whole")).isFalse();
        assertThat(changed.getList("denied.riderId")).contains(rider);
        world.network().deny(rider, now(), false);
        await().atMost(LIMIT)
                .until(() -> JsonPath.from(world.fixed
                                .get(PATH + "?since=" + changed.getString("version"))
                                .body())
                        .getList("lifted")
                        .equals(List.of(rider)));
    }

    @Test
    void aVersionThatNobodyGaveBringsTheWholeListAndSaysSo() {
        JsonPath answer =
                JsonPath.from(world.fixed.get(PATH + "?since=0-999999999").body());

        assertThat(answer.getBoolean("whole")).isTrue();
        assertThat(answer.getString("reason")).isEqualTo("UNKNOWN_VERSION");
    }

    @Test
    void onlyARegisteredGateIsTold() {
        assertThat(refusal(world.suspended.get(PATH))).isEqualTo("401 GATE_SUSPENDED Baytap-Gate");
        assertThat(refusal(
                        world.device("fixed", io.baytap.tap.kit.Keys.generate()).get(PATH)))
                .isEqualTo("401 SIGNATURE_INVALID Baytap-Signature");
    }

    @Test
    void whoeverTravelledOnAnOldListIsAcceptedAndMarked() {
        String old = JsonPath.from(world.fixed.get(PATH).body()).getString("version");
        world.network().deny(rider, now().minusSeconds(60), true);
        await().atMost(LIMIT)
                .until(() -> JsonPath.from(world.fixed.get(PATH).body())
                        .getList("denied.riderId")
                        .contains(rider));
        String present = JsonPath.from(world.fixed.get(PATH).body()).getString("version");

        assertThat(verdicts(world.fixed.sendBatch(
                        List.of(tap(old), tap(present), tap()).toString())))
                .containsExactly("ACCEPTED", "REJECTED RIDER_DENIED riderCode", "REJECTED RIDER_DENIED riderCode");
        TapAccepted event = world.onTheLine(Topics.TAPS_ACCEPTED, TapAccepted.class).stream()
                .filter(accepted -> accepted.getRiderId().equals(rider))
                .findFirst()
                .orElseThrow();
        assertThat(event.getOnOldDenyList()).isTrue();
        assertThat(event.getDenyListVersion()).isEqualTo(old);
    }

    private TapText tap(String version) {
        return tap().with("denyListVersion", quoted(version));
    }

    private TapText tap() {
        Instant now = Instant.now();
        return TapText.of(world.nextSequence(), now, world.mainland.code(account, now));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
