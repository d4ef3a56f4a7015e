package io.baytap.finance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.finance.example.ExampleRun;
import io.baytap.schemas.Topics;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import io.baytap.stack.Records;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import picocli.CommandLine;

/** The command and the example on a real broker and registry; in order, for topics only grow. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContractIT {

    private final EmbeddedStack stack = EmbeddedStack.start(Set.of(Part.KAFKA, Part.REGISTRY));
    private final Records records = records();

    private Records records() {
        stack.setUpTopics();
        return new Records(stack.bootstrapServers(), stack.registryUrl());
    }

    @AfterAll
    void stop() {
        records.close();
        stack.close();
    }

    @Test
    @Order(1)
    void aLineThatKeepsItsPromisesHolds() {
        records.produce(Topics.FARES_CONVERTED, List.of(Events.converted(), Events.convertedCorrection()));
        records.produce(
                Topics.SETTLEMENTS_POSTED, List.of(Events.posted(), Events.postedCorrection(), Events.posted()));
        records.produce(Topics.CHARGES_SETTLED, List.of(Events.settled()));
        records.produce(Topics.CHARGES_REFUNDED, List.of(Events.refunded()));
        records.produce(Topics.SETTLEMENTS_BATCHES, List.of(Events.batch()));

        Run run = run(stack.registryUrl());

        assertThat(run.printed()).isEqualTo("holds: 8 records, 1 of them repeated, 0 broken promises\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    @Order(2)
    void theExampleAddsUpWhatOperatorsAreOwed() {
        assertThat(ExampleRun.of(stack.bootstrapServers(), stack.registryUrl()))
                .isEqualTo(Map.of("MTR\t2026-04-09\tHKD", 600L));
    }

    @Test
    @Order(3)
    void whatIsBrokenIsNamedByItsPlace() {
        var other = Events.posted();
        other.setFareMinor(1);
        records.produce(Topics.SETTLEMENTS_POSTED, List.of(other));
        records.produceBytes(
                Topics.CHARGES_SETTLED.name(), Events.RIDER, "no event".getBytes(StandardCharsets.UTF_8), Map.of());

        Run run = run(stack.registryUrl());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.printed())
                .containsPattern("READABLE\tcharges.settled.v1-\\d@1\tNOT_FRAMED")
                .containsPattern(
                        "SAME\tsettlements.posted.v1-\\d@3\tposting:conversion:fare:journey:tap:gate:1:0 came before")
                .contains("BROKEN: 9 records, 2 of them repeated, 2 broken promises");
    }

    private record Run(int exitCode, String printed) {}

    private Run run(String registry) {
        PrintStream before = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            int exitCode = new CommandLine(new ContractCommand())
                    .execute("--broker", stack.bootstrapServers(), "--registry", registry);
            return new Run(exitCode, printed.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }
}
