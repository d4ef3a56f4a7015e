package io.baytap.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TripCheckTest {

    private static final Instant NOW = Instant.parse("2026-04-09T02:00:00Z");

    private final List<String> said = new ArrayList<>();

    @Test
    void aTripThatArrivedIsSaidCheckByCheck() throws Exception {
        try (LineStub line = LineStub.start()) {
            assertThat(TripCheck.run(Settings.of(environment(line), NOW), said::add))
                    .isTrue();
        }

        assertThat(said)
                .containsExactly(
                        "ok      taps: [ACCEPTED, ACCEPTED]",
                        "ok      taps of journey:tap:in:42: [tap:in:42, tap:out:42]",
                        "ok      fares: [1250 HKD]",
                        "ok      postings: [1250 HKD]",
                        "ok      sums of posting:1: {CNY=0, HKD=0}",
                        "ok      journal, the wallet: 1143 CNY",
                        "ok      journal, the operator: -1250 HKD",
                        "ok      report: [CN in HK: 1250 HKD, 1143 CNY]",
                        "ok      controls of the report that differ: []");
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', textBlock = """
        /v1/taps/batch | "ACCEPTED","reason":null | "REJECTED","reason":"CODE_EXPIRED" | DIFFERS taps: is [REJECTED CODE_EXPIRED, REJECTED CODE_EXPIRED] instead of [ACCEPTED, ACCEPTED]
        /v1/taps/batch | "verdicts" | "no" | DIFFERS taps: is [, ] instead of [ACCEPTED, ACCEPTED]
        /v1/rides/     | tap:in:42 | tap:in:41 | DIFFERS taps of journey:tap:in:42: is [tap:in:41, tap:out:42] instead of [tap:in:42, tap:out:42]
        /v1/rides/     | "net":{"minor":1250 | "net":{"minor":1070 | DIFFERS fares: is [1070 HKD] instead of [1250 HKD]
        /v1/rides/     | "fare":{"minor":1250 | "fare":{"minor":1070 | DIFFERS postings: is [1070 HKD] instead of [1250 HKD]
        /v1/journals/  | -6 | -5 | DIFFERS sums of posting:1: is {CNY=1, HKD=0} instead of {CNY=0, HKD=0}
        /v1/journals/  | operator-payable:MTR | operator-payable:KMB | DIFFERS journal, the operator: is nothing instead of -1250 HKD
        /v1/journals/  | WEIXIN_PAY | WECHAT_PAY_HK | DIFFERS journal, the wallet: is nothing instead of 1143 CNY
        /v1/reports/   | 11.43 | 11.44 | DIFFERS report: is [CN in HK: 1250 HKD, 1144 CNY] instead of [CN in HK: 1250 HKD, 1143 CNY]
        /v1/reports/   | CONTROL,RECORDS | CONTROL_DIFFERS,RECORDS | DIFFERS controls of the report that differ: is [CONTROL_DIFFERS,RECORDS,,,,16.50,HKD,,,] instead of []
        """)
    void whatDiffersIsNamed(String path, String was, String is, String difference) throws Exception {
        try (LineStub line = LineStub.start().says(path, was, is)) {
            assertThat(TripCheck.run(Settings.of(environment(line), NOW), said::add))
                    .isFalse();
        }

        assertThat(said).contains(difference);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', textBlock = """
        /v1/trace    | "journey:tap:in:42" | '' | DIFFERS journey: not there in time: no fare names the tap tap:out:42
        /v1/rides/   | posted | booked | DIFFERS postings: not there in time: not the taps, the fare and a posting of journey:tap:in:42 yet
        /v1/reports/ | posting:1 | posting:2 | DIFFERS report: not there in time: no record of posting:1 on 2026-04-09
        /v1/reports/ | CONTROL | DETAIL | DIFFERS report: not there in time: no record of posting:1 on 2026-04-09
        """)
    void whatDoesNotComeIsNamedWhenTheDeadlineHasCome(String path, String was, String is, String difference)
            throws Exception {
        try (LineStub line = LineStub.start().says(path, was, is)) {
            Map<String, String> environment = environment(line);
            environment.put("CHECK_DEADLINE", "PT0.2S");

            assertThat(TripCheck.run(Settings.of(environment, NOW), said::add)).isFalse();
        }

        assertThat(said.getLast()).isEqualTo(difference);
    }

    @Test
    void everySettingThatIsMissingOrWrongIsNamedAndNoValueIs() throws Exception {
        try (LineStub line = LineStub.start()) {
            Map<String, String> environment = environment(line);
            environment.remove("CHECK_AUDITOR_TOKEN");
            environment.put("CHECK_ACCOUNT", " ");
            environment.put("CHECK_EXIT_KEY", "hunter2");
            environment.put("CHECK_FARE_MINOR", "12.50");
            environment.put("CHECK_DEADLINE", "soon");

            assertThatThrownBy(() -> Settings.of(environment, NOW))
                    .hasMessage("CHECK_EXIT_KEY is no Ed25519 key in PKCS #8; CHECK_ACCOUNT is missing; "
                            + "CHECK_FARE_MINOR is no number of cents from 1 to 999999999; CHECK_AUDITOR_TOKEN is missing; "
                            + "CHECK_DEADLINE cannot be read");
        }
    }

    private static Map<String, String> environment(LineStub line) throws NoSuchAlgorithmException {
        String key = Base64.getEncoder()
                .encodeToString(KeyPairGenerator.getInstance("Ed25519")
                        .generateKeyPair()
                        .getPrivate()
                        .getEncoded());
        Map<String, String> environment = new HashMap<>();
        for (String service : List.of("CHECK_TAP_INGEST", "CHECK_WALLET_SETTLEMENT", "CHECK_REPORTING")) {
            environment.put(service, line.url().toString());
        }
        environment.putAll(Map.of(
                "CHECK_ENTRY_GATE", "in",
                "CHECK_ENTRY_KEY", key,
                "CHECK_EXIT_GATE", "out",
                "CHECK_EXIT_KEY", "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n",
                "CHECK_ISSUER", "weixin-pay-codes",
                "CHECK_ISSUER_KEY", key,
                "CHECK_ACCOUNT", "check",
                "CHECK_FARE_MINOR", "1250",
                "CHECK_AUDITOR_TOKEN", "token"));
        return environment;
    }
}
