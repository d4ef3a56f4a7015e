package io.baytap.reporting.domain;

import io.baytap.schemas.Money;
import java.time.LocalDate;

/** Answers of one wallet provider for one operator's fares. */
public record ChargeLine(
        LocalDate day, String operatorId, WalletScheme wallet, ChargeOutcome outcome, long charges, Money amount) {}
