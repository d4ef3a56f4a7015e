package io.baytap.tap.json;

import static io.baytap.tap.kit.TapText.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.tap.domain.BatchReading;
import io.baytap.tap.domain.Direction;
import io.baytap.tap.domain.Fingerprint;
import io.baytap.tap.domain.Refusal;
import io.baytap.tap.domain.Tap;
import io.baytap.tap.domain.TapReading;
import io.baytap.tap.kit.TapText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBatchesTest {

    private static final Instant AT = Instant.parse("2026-04-09T00:12:31.123456Z");
    private static final TapText GOOD = TapText.of(4011, AT, "a.b.c");

    private final JsonBatches parser = new JsonBatches(3);

    @Test
    void aTapWithEverythingIsReadWhole() {
        TapText text = GOOD.at("MTR:K12:1", "MTR:K12:1#2").with("deck", quoted("UPPER"));

        assertThat(read("[" + text + "]"))
                .containsExactly(new TapReading.Complete(
                        new Tap(4011, AT, Direction.ENTRY, "a.b.c", "MTR:K12:1", "MTR:K12:1#2", "UPPER", null)));
    }

    @Test
    void whatANewerGateAddsIsReadPast() {
        TapText text = GOOD.with("battery", "{\"percent\":[1,2,{}]}").with("deck", "null");

        assertThat(read("[" + text + "]"))
                .containsExactly(
                        new TapReading.Complete(new Tap(4011, AT, Direction.ENTRY, "a.b.c", null, null, null, null)));
    }

    @Test
    void finerTimesThanMicrosecondsAndOtherOffsetsAreTaken() {
        TapText text = GOOD.with("occurredAt", quoted("2026-04-09T08:12:31.123456789+08:00"));

        assertThat(read("[" + text + "]"))
                .containsExactly(
                        new TapReading.Complete(new Tap(4011, AT, Direction.ENTRY, "a.b.c", null, null, null, null)));
    }

    static Stream<Arguments> badFields() {
        return Stream.of(
                Arguments.of("sequence", GOOD.without("sequence")),
                Arguments.of("sequence", GOOD.with("sequence", "null")),
                Arguments.of("sequence", GOOD.with("sequence", "-1")),
                Arguments.of("sequence", GOOD.with("sequence", "1.0")),
                Arguments.of("sequence", GOOD.with("sequence", quoted("1"))),
                Arguments.of("sequence", GOOD.with("sequence", "9223372036854775808")),
                Arguments.of("sequence", GOOD.with("sequence", "1,\"sequence\":2")),
                Arguments.of("occurredAt", GOOD.without("occurredAt")),
                Arguments.of("occurredAt", GOOD.with("occurredAt", "1775693551")),
                Arguments.of("occurredAt", GOOD.with("occurredAt", quoted("2026-04-09"))),
                Arguments.of("occurredAt", GOOD.with("occurredAt", quoted("+12026-04-09T00:12:31Z"))),
                Arguments.of("occurredAt", GOOD.with("occurredAt", quoted("2026-02-30T00:12:31Z"))),
                Arguments.of("direction", GOOD.without("direction")),
                Arguments.of("direction", GOOD.with("direction", quoted("entry"))),
                Arguments.of("direction", GOOD.with("direction", "{\"a\":[1]}")),
                Arguments.of("riderCode", GOOD.without("riderCode")),
                Arguments.of("riderCode", GOOD.with("riderCode", quoted(" "))),
                Arguments.of("riderCode", GOOD.with("riderCode", quoted("a".repeat(2049)))),
                Arguments.of("riderCode", GOOD.with("riderCode", "\"a\",\"riderCode\":\"b\"")),
                Arguments.of("routeId", GOOD.with("routeId", quoted("a".repeat(129)))),
                Arguments.of("stopId", GOOD.with("stopId", "7")),
                Arguments.of("deck", GOOD.with("deck", quoted("MIDDLE"))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("badFields")
    void aBadFieldIsNamedAndTheNextTapIsRead(String field, TapText bad) {
        List<TapReading> taps = read("[" + bad + "," + GOOD + "]");

        assertThat(taps).hasSize(2);
        assertThat(taps.get(0))
                .isInstanceOfSatisfying(
                        TapReading.Malformed.class,
                        tap -> assertThat(tap.field()).isEqualTo(field));
        assertThat(taps.get(1)).isInstanceOf(TapReading.Complete.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "null", "\"tap\"", "[[{}],1]", "true"})
    void anElementThatIsNoObjectIsMalformedAndTheNextTapIsRead(String element) {
        List<TapReading> taps = read("[" + element + "," + GOOD + "]");

        assertThat(taps).hasSize(2);
        assertThat(taps.get(0)).isInstanceOf(TapReading.Malformed.class);
        assertThat(taps.get(1)).isInstanceOf(TapReading.Complete.class);
    }

    @Test
    void whatIsReadableOfAMalformedTapIsKept() {
        TapText text = GOOD.without("direction");

        assertThat(read("[" + text + "]"))
                .containsExactly(
                        new TapReading.Malformed(4011, fingerprint(text.toString()), AT, "direction", "required"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "null", "\"tap\"", "[[{}],1]", "true", "{\"sequence\":-1}"})
    void anElementThatIsNoTapIsKnownByItsBytesWhereverItStands(String element) {
        long fingerprint = fingerprint(element);

        assertThat(read("[" + element + "]"))
                .extracting(JsonBatchesTest::fingerprint)
                .containsExactly(fingerprint);
        assertThat(read("[" + GOOD + ", " + element + "]").getLast())
                .extracting(JsonBatchesTest::fingerprint)
                .isEqualTo(fingerprint);
        assertThat(parser.readLines(utf8(GOOD + "\n" + element)))
                .isInstanceOfSatisfying(
                        BatchReading.Batch.class,
                        batch -> assertThat(fingerprint(batch.taps().getLast())).isEqualTo(fingerprint));
    }

    @Test
    void aBatchMayBeAsLargeAsTheLimit() {
        assertThat(read(Collections.nCopies(3, GOOD).toString())).hasSize(3);
        assertThat(parser.readArray(utf8(Collections.nCopies(4, GOOD).toString())))
                .isEqualTo(new BatchReading.Refused(new Refusal.BatchTooLarge(3)));
        assertThat(parser.readLines(utf8((GOOD + "\n").repeat(4))))
                .isEqualTo(new BatchReading.Refused(new Refusal.BatchTooLarge(3)));
    }

    @Test
    void aLastLineNeedNotEnd() {
        assertThat(parser.readLines(utf8("\n" + GOOD + "\r\n \n" + GOOD)))
                .isInstanceOfSatisfying(
                        BatchReading.Batch.class,
                        batch -> assertThat(batch.taps()).hasSize(2));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void noBytesMakeItFail(long seed) {
        var random = new SplittableRandom(seed);
        byte[] good = utf8(List.of(GOOD, GOOD).toString());
        for (int i = 0; i < 2000; i++) {
            byte[] body = good.clone();
            for (int change = random.nextInt(1, 6); change > 0; change--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            assertThat(parser.readArray(body)).isNotNull();
            assertThat(parser.readLines(body)).isNotNull();
            assertThat(parser.readOne(body)).isNotNull();
        }
    }

    private List<TapReading> read(String body) {
        return switch (parser.readArray(utf8(body))) {
            case BatchReading.Batch(var taps) -> taps;
            case BatchReading.Refused(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private static long fingerprint(TapReading reading) {
        return ((TapReading.Malformed) reading).fingerprint();
    }

    private static long fingerprint(String element) {
        return Fingerprint.of(utf8(element), 0, utf8(element).length);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
