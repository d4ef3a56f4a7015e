package io.baytap.reporting.domain;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a fare was converted at: units of the wallet's currency for one of the fare's.
 *
 * @param mid by the published rates
 * @param applied what the rider was charged by, spread included
 * @param ids the published rates that {@code mid} was crossed from
 * @param residue what rounding added to the debit: minor units of the wallet's currency, signed
 */
public record Rates(BigDecimal mid, BigDecimal applied, List<String> ids, BigDecimal residue) {

    public Rates {
        ids = List.copyOf(ids);
    }
}
