package io.baytap.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class DeadLettersCommandTest {

    private static final String FARES = "fares.assessed.v1.fx-conversion.dlq";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        --put-back                                          | --put-back needs --topic
        --offsets 3-17                                      | --offsets are those of one --topic
        --topic %1$s --offsets 17-3                         | ends before it begins
        --topic %1$s --offsets last                         | is neither an offset nor a range
        --topic fares.assessed.v1                           | no consumer of the line parks in fares.assessed.v1
        --topic fares.assessed.v1.wallet-settlement.dlq     | no consumer of the line parks in fares.assessed.v1.wallet-settlement.dlq
        """)
    void whatCannotBeMeantIsRefusedBeforeTheBrokerIsAsked(String arguments, String why) {
        var said = new StringWriter();
        var command =
                new CommandLine(new DeadLettersCommand(Duration.ofSeconds(1))).setErr(new PrintWriter(said, true));

        int exit = command.execute(("--broker nowhere:1 " + arguments.formatted(FARES)).split(" "));

        assertThat(exit).isEqualTo(DeadLettersCommand.NOT_DONE);
        assertThat(said.toString()).contains(why);
    }

    @Test
    void aRangeHasBothOfItsEnds() throws Exception {
        var range = new OffsetRange.Converter().convert("3-5");

        assertThat(range.contains(2)).isFalse();
        assertThat(range.contains(3)).isTrue();
        assertThat(range.contains(5)).isTrue();
        assertThat(range.contains(6)).isFalse();
        assertThat(new OffsetRange.Converter().convert("17")).isEqualTo(new OffsetRange(17, 17));
    }
}
