package io.baytap.fare.tariff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemeFileTest {

    private static final String GOOD = """
            scheme: bay
            currency: HKD
            zone: Asia/Hong_Kong
            effectiveFrom: 2026-01-01
            effectiveUntil: 2027-01-01
            interchanges:
              - {id: change, from: ["A:*"], to: ["B:*"], within: PT30M, amount: "2.00"}
              - {id: share, from: ["A:*"], to: ["B:*"], within: PT30M, percent: 10}
            caps:
              - {id: day, routes: ["A:*"], period: DAY, amount: "60.00"}
            subsidies:
              - {id: third, routes: ["A:*"], threshold: "500.00", share: 1/3, max: "400.00"}
            """;

    @Test
    void aGoodFileIsRead() throws TariffRefusedException {
        assertThat(SchemeFile.parse("bay.scheme.yaml", GOOD.getBytes(UTF_8)).interchanges())
                .hasSize(2);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            scheme: bay               | plan: bay             | unknown key plan
            currency: HKD             | currency: HKX1        | currency: HKX1 is not an ISO 4217 code
            Asia/Hong_Kong            | Asia/Kowloon          | zone: unknown time zone Asia/Kowloon
            2026-01-01                | soon                  | effectiveFrom: soon is neither a date nor .*
            2027-01-01                | 2025-01-01            | effectiveUntil: 2025-01-01 is not after effectiveFrom
            id: share                 | id: change            | interchanges.id: change stands twice, .*
            id: day                   | id: "a/b"             | caps.id: a/b stands twice, is empty or contains a slash
            within: PT30M, amount     | within: PT7H, amount  | interchanges.within: PT7H is more than PT6H
            , percent: 10             | ``                    | interchanges: either amount or percent
            percent: 10               | percent: 101          | interchanges.percent: 101 is not from 1 to 100
            period: DAY               | period: YEAR          | caps.period: YEAR is none of .*
            amount: "60.00"           | amount: "60.005"      | caps.amount: 60.005 is no amount in HKD
            amount: "60.00"           | amount: "-1.00"       | caps.amount: -1.00 is negative
            routes: ["A:*"], period   | routes: [], period    | caps.routes: empty
            share: 1/3                | share: 4/3            | subsidies.share: 4/3 is not a fraction such as 1/3
            share: 1/3                | share: third          | subsidies.share: third is not a fraction such as 1/3
            , max: "400.00"           | ``                    | subsidies.max: missing
            """)
    void aFaultIsNamed(String text, String by, String reason) {
        assertThat(GOOD).contains(text);
        byte[] bad = GOOD.replaceFirst(java.util.regex.Pattern.quote(text), by).getBytes(UTF_8);

        assertThatThrownBy(() -> SchemeFile.parse("bay.scheme.yaml", bad))
                .isInstanceOf(TariffRefusedException.class)
                .message()
                .matches("bay.scheme.yaml( row \\d+)?: " + reason);
    }
}
