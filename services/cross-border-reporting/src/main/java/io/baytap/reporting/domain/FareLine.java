package io.baytap.reporting.domain;

import io.baytap.schemas.Money;
import java.time.LocalDate;

/**
 * The smallest cell of money that is reported.
 *
 * @param journeys journeys posted, each once
 * @param fares postings: journeys and corrections
 * @param fare owed to the operator, net of corrections
 * @param debit owed by the wallets, net of corrections, spread included
 * @param spread the part of {@code debit} above the mid rate
 */
public record FareLine(
        LocalDate day,
        Corridor corridor,
        String city,
        String operatorId,
        WalletScheme wallet,
        long journeys,
        long fares,
        long corrections,
        Money fare,
        Money debit,
        Money spread) {}
