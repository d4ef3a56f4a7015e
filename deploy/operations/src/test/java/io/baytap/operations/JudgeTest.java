package io.baytap.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.operations.Letter.State;
import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import io.baytap.schemas.wire.DeadLetter;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final Topic FARES = Topics.FARES_ASSESSED;
    private static final byte[] VALUE = {1, 2, 3};

    @Test
    void aParkedRecordSaysWhyWhereAndWhen() {
        var letter = judge(FARES).judge(letter(7, FARES.name(), 3, 41, VALUE));

        assertThat(letter.toString())
                .isEqualTo("fares.assessed.v1.fx-conversion.dlq\t7\tPARKED\tUNKNOWN_SCHEMA\tfares.assessed.v1-3@41"
                        + "\t2026-04-09T01:00:00Z\tschema 9");
    }

    @Test
    void whatIsMarkedWasPutBack() {
        var judge = new Judge(FARES, Set.of(new Origin(FARES.name(), 3, 41)));

        assertThat(judge.judge(letter(7, FARES.name(), 3, 41, VALUE)).state()).isEqualTo(State.PUT_BACK);
        assertThat(judge.judge(letter(8, FARES.name(), 4, 41, VALUE)).state()).isEqualTo(State.PARKED);
    }

    @Test
    void ofTwoLettersOfOneRecordTheFirstCounts() {
        var judge = judge(FARES);

        assertThat(judge.judge(letter(7, FARES.name(), 3, 41, VALUE)).state()).isEqualTo(State.PARKED);
        assertThat(judge.judge(letter(8, FARES.name(), 3, 41, VALUE)).state()).isEqualTo(State.REPEATED);
    }

    @Test
    void aBatchOfWhichOnlyTheKeyWasKeptCannotBePutBack() {
        var presented = Topics.TAPS_PRESENTED;

        assertThat(judge(presented)
                        .judge(letter(7, presented.name(), 0, 1, null))
                        .state())
                .isEqualTo(State.NO_VALUE);
    }

    @Test
    void anOldRateDoesNotTakeThePlaceOfWhatWasPublishedSince() {
        assertThat(judge(Topics.FX_RATES)
                        .judge(letter(7, Topics.FX_RATES.name(), 0, 1, VALUE))
                        .state())
                .isEqualTo(State.COMPACTED);
    }

    @Test
    void aLetterOfAnotherTopicOrPartitionIsLeftAlone() {
        var judge = judge(FARES);

        assertThat(judge.judge(letter(1, "taps.accepted.v1", 3, 41, VALUE)).state())
                .isEqualTo(State.NO_ORIGIN);
        assertThat(judge.judge(letter(2, FARES.name(), FARES.partitions(), 41, VALUE))
                        .state())
                .isEqualTo(State.NO_ORIGIN);
        var unsaid = letter(3, FARES.name(), 3, 41, VALUE);
        unsaid.headers().remove(DeadLetter.OFFSET);
        assertThat(judge.judge(unsaid).state()).isEqualTo(State.NO_ORIGIN);
        unsaid.headers().add(DeadLetter.OFFSET, "first".getBytes(UTF_8));
        assertThat(judge.judge(unsaid).state()).isEqualTo(State.NO_ORIGIN);
    }

    private static Judge judge(Topic source) {
        return new Judge(source, Set.of());
    }

    private static ConsumerRecord<byte[], byte[]> letter(
            long at, String topic, int partition, long offset, byte @Nullable [] value) {
        return new ConsumerRecord<>(
                "fares.assessed.v1.fx-conversion.dlq",
                0,
                at,
                Instant.parse("2026-04-09T01:00:00Z").toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                "rider".getBytes(UTF_8),
                value,
                DeadLetter.headers(new RecordHeaders(), "UNKNOWN_SCHEMA", "schema 9", topic, partition, offset),
                Optional.empty());
    }
}
