package io.baytap.wallet.domain;

import static io.baytap.wallet.domain.Examples.T;
import static io.baytap.wallet.domain.Examples.abroad;
import static io.baytap.wallet.domain.Examples.cny;
import static io.baytap.wallet.domain.Examples.hkd;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The chain as others can compute it: the hashes here were made by Python's hashlib from the text in LEDGER.md. */
class ChainTest {

    private static final HexFormat HEX = HexFormat.of();

    private static final Journal JOURNAL = LedgerRules.fare(abroad(0, hkd(1000), cny(930), cny(5)));

    @Test
    void aLeafIsTheHashOfWhatTheJournalSays() {
        assertThat(HEX.formatHex(Leaf.of(JOURNAL).hash()))
                .isEqualTo("98e6ce0cae0c740220be463ee50c652069500ab8cd6a412550536f2db5e242c8");
    }

    @Test
    void aSealFollowsTheOneBeforeItInItsBook() {
        byte[] leaves = Chain.leaves(List.of(JOURNAL));

        assertThat(HEX.formatHex(Chain.seal(Chain.beginning(), (short) 7, 1, leaves)))
                .isEqualTo("ac18eaeb0f59ef23bc2dc3d9d6e9de6bf034179b834e8d657761be6a5559326f");
        assertThat(Chain.seal(Chain.beginning(), (short) 7, 2, leaves))
                .isNotEqualTo(Chain.seal(Chain.beginning(), (short) 7, 1, leaves));
    }

    @Test
    void whatTheDatabaseCannotKeepIsNotSealed() {
        var nanos = new Journal(JOURNAL.id(), JOURNAL.kind(), T.plus(Duration.ofNanos(999)), JOURNAL.postings());

        assertThat(Leaf.of(nanos).hash()).isEqualTo(Leaf.of(JOURNAL).hash());
    }
}
