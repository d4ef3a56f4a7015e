package io.baytap.reporting.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

    @Test
    void rowsAreWrittenAsRfc4180SaysIt() {
        byte[] csv = CsvRows.of(List.of(List.of("a", "say \"hi\"", "one, two"), List.of("北角", "", "-12.50")));

        assertThat(new String(csv, UTF_8)).isEqualTo("a,\"say \"\"hi\"\"\",\"one, two\"\r\n北角,,-12.50\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void aTextIsNeverAFormula(String text) {
        assertThat(CsvRows.text(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MTR", "hong-kong", "A=1", "'x"})
    void anOrdinaryTextStaysAsItIs(String text) {
        assertThat(CsvRows.text(text)).isEqualTo(text);
    }
}
