package io.baytap.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class PositionsCommandTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        --service fare-calculation                          | the others keep their state in Kafka
        --service wallet-settlement --save a --put-back b   | --save or --put-back, not both
        --save a                                            | Missing required option: '--service
        """)
    void whatCannotBeMeantIsRefusedBeforeTheBrokerIsAsked(String arguments, String why) {
        var said = new StringWriter();
        var command = new CommandLine(new PositionsCommand(InstantSource.system())).setErr(new PrintWriter(said, true));

        int exit = command.execute(("--broker nowhere:1 " + arguments).split(" "));

        assertThat(exit).isEqualTo(PositionsCommand.NOT_DONE);
        assertThat(said.toString()).contains(why);
    }

    @Test
    void aPositionIsReadAsItWasWritten() {
        var position = new Position("wallet-settlement", new TopicPartition("fares.converted.v1", 7), 123);

        assertThat(Position.parse(position.toString())).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\tb\t1", "a\tb\tx\t1", "a\tb\t1\t-1", "a\tb\t1\t1\t1"})
    void aLineThatIsNoPositionIsShown(String line) {
        assertThatThrownBy(() -> Position.parse(line)).hasMessageContaining("'" + line + "' is not group");
    }
}
