package io.baytap.reporting.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {

    @Test
    void anOperatorAsksForItsOwnFiguresWhateverItLeavesOut() {
        Caller olga = caller("MTR", Role.OPERATOR);

        assertThat(olga.operator(null)).isEqualTo("MTR");
        assertThat(olga.operator("MTR")).isEqualTo("MTR");
        assertThatThrownBy(() -> olga.operator("KMB"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo("NOT_YOUR_OPERATOR"));
        assertThatThrownBy(olga::requireAllOperators).isInstanceOf(Refused.class);
    }

    @Test
    void whoeverHasAnotherRoleAsWellSeesAll() {
        Caller both = caller("MTR", Role.OPERATOR, Role.FINANCE);

        assertThat(both.operator("KMB")).isEqualTo("KMB");
        assertThat(both.operator(null)).isNull();
        both.requireAllOperators();
    }

    @Test
    void anOperatorWhoHelpsRidersStillSeesItsOwnFiguresAlone() {
        assertThat(caller("MTR", Role.OPERATOR, Role.HELPER).ownOperator()).contains("MTR");
    }

    @Test
    void nobodyHasARole() {
        assertThat(new Caller().has(Role.values())).isFalse();
        assertThat(new Caller().name()).isEmpty();
    }

    private static Caller caller(String operatorId, Role... roles) {
        var caller = new Caller();
        caller.is("x", Set.of(roles), operatorId);
        return caller;
    }
}
