package io.baytap.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the contract tests print, and what the demo makes of it. */
class ContractCheckTest {

    private static final String HOLDS = "holds: 8 records, 1 of them repeated, 0 broken promises";
    private static final String BROKEN = "BROKEN: 9 records, 2 of them repeated, 1 broken promises";

    @Test
    void aContractThatHoldsLeavesNoDifference() {
        assertThat(ContractCheck.Result.of(List.of(HOLDS), true)).isEqualTo(new ContractCheck.Result(HOLDS, List.of()));
    }

    @Test
    void whatIsBrokenIsADifferenceAndTheCountComesFirst() {
        String broken = "SAME\tsettlements.posted.v1-1@3\tcame before";

        assertThat(ContractCheck.Result.of(List.of(broken, BROKEN), false).differences())
                .containsExactly(BROKEN, broken);
    }

    @Test
    void aCrashAfterAGoodWordIsNoSuccess() {
        assertThat(ContractCheck.Result.of(List.of(HOLDS), false).differences()).containsExactly(HOLDS);
        assertThat(ContractCheck.Result.of(List.of(), true).differences()).containsExactly("nothing was said");
    }

    @Test
    void promisesThatWereLeftOutAreADifference() {
        assertThat(ContractCheck.Result.of(List.of("REFERENCES and SUMS were not checked: …", HOLDS), true)
                        .differences())
                .hasSize(2);
    }
}
