package io.baytap.fare.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.fare.tariff.RuleFeeds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every rule of a policy by a case of its own, worked by hand. Sources: MTR's conditions (150 minutes, else a surcharge equal
 * to the current maximum fare; same station after more than 20 minutes HK$10, at Lo Wu and Lok Ma Chau the lowest single fare
 * from there; Central–Hong Kong and Tsim Sha Tsui–East Tsim Sha Tsui linked, fare 0); Shenzhen Metro's 180 minutes; KMB's
 * regional two-way section fares: the full fare on boarding, the difference back on an alighting scan. The fares are those
 * that {@link RuleFeeds} names.
 */
class PolicyRulesTest {

    private static final Rulebook RULES = RuleFeeds.rules();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            within 150 minutes                         | 08:00 E 1; 10:30 X 2           | 08:00=4.90
            a minute longer: fare and highest fare     | 08:00 E 1; 10:31 X 2           | 08:00=57.10
            left where entered, 20 minutes             | 08:00 E 2; 08:20 X 2           | 08:00=0.00
            left where entered, 21 minutes             | 08:00 E 2; 08:21 X 2           | 08:00=10.00
            left where entered, 151 minutes            | 08:00 E 2; 10:31 X 2           | 08:00=62.20
            Lo Wu, 21 minutes: lowest fare from there  | 08:00 E 76; 08:21 X 76         | 08:00=26.50
            Lok Ma Chau, 21 minutes                    | 08:00 E 78; 08:21 X 78         | 08:00=26.50
            linked stations                            | 08:00 E 1; 09:00 X 39          | 08:00=0.00
            linked stations, back                      | 08:00 E 80; 08:05 X 3          | 08:00=0.00
            no exit within 150 minutes                 | 08:00 E 1                      | 08:00=52.20
            no entry                                   | 08:00 X 1                      | 08:00=52.20
            Shenzhen, 180 minutes                      | 08:00 E Za; 11:00 X Zc         | 08:00=5.00
            Shenzhen, 181 minutes                      | 08:00 E Za; 11:01 X Zc         | 08:00=10.00
            boarded, never tapped off                  | 08:00 E R1                     | 08:00=14.60
            a section to the second stop               | 08:00 E R1; 08:10 X R2         | 08:00=5.10
            a section to the third stop                | 08:00 E R1; 08:20 X R3         | 08:00=6.00
            no section to the terminus                 | 08:00 E R1; 09:00 X R4         | 08:00=14.60
            no section from the second stop            | 08:00 E R2; 08:20 X R3         | 08:00=14.60
            tapped off after three hours and a minute  | 08:00 E R1; 11:01 X R2         | 08:00=14.60
            left the bus without boarding it           | 08:00 X R2                     | ""
            boarded twice, left once                   | 08:00 E R1; 09:00 E R1; 09:10 X R2 | 08:00=14.60, 09:00=5.10
            """)
    void aRuleOfThePolicy(String rule, String taps, String nets) {
        assertThat(new RiderDay(RULES).taps(taps, "08:00").wait("d1/08:00").nets())
                .isEqualTo(nets);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"WEIXIN_PAY:a, WECHAT_PAY_HK:a", "WEIXIN_PAY:a, WEIXIN_PAY:b"})
    void enteringWithOneWalletAndLeavingWithAnotherIsTwoIncompleteJourneysAtTheMaximum(String first, String second) {
        // A rider is a wallet account: what two accounts tap is never put together, whoever holds them.
        var entered = new RiderDay(RULES).taps("08:00 E 1", "08:00").wait("d1/08:00");
        var left = new RiderDay(RULES).taps("08:20 X 2", "08:20").wait("d1/08:00");

        assertThat(first).isNotEqualTo(second);
        assertThat(entered.nets() + ", " + left.nets()).isEqualTo("08:00=52.20, 08:20=52.20");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            leaves at 07:14 | 07:00 E 1; 07:14 X 2 | 4.90
            leaves at 07:15 | 07:00 E 1; 07:15 X 2 | 3.19
            leaves at 08:14 | 08:00 E 1; 08:14 X 2 | 3.19
            leaves at 08:15 | 08:00 E 1; 08:15 X 2 | 4.90
            leaves elsewhere | 08:00 E 2; 08:10 X 3 | 10.60
            on a Saturday    | d2/08:00 E 1; d2/08:10 X 2 | 4.90
            """)
    void anEarlyBirdPaysLess(String what, String taps, String net) {
        // An example of the rule: 35 % off for leaving at Admiralty from 07:15 up to 08:15 on weekdays. 4.90 less 1.71.
        Rulebook rules = RuleFeeds.rules(java.util.List.of(RuleFeeds.mtr()
                .table(
                        "calendar.txt",
                        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date",
                        "WEEKDAY,1,1,1,1,1,0,0,20250101,20271231")
                .replacePolicy(
                        "networks:",
                        "offPeak:\n  - {id: early-bird, routes: [\"MTR:*\"], stops: [\"MTR:2\"], service: WEEKDAY,"
                                + " from: \"07:15\", until: \"08:15\", percent: 35}\nnetworks:")));

        assertThat(new RiderDay(rules).taps(taps, "08:00").nets()).endsWith("=" + net);
    }
}
