package io.baytap.sandbox.bank;

import java.time.LocalDate;

/**
 * A payment that we ask for.
 *
 * @param partId {@code PmtInfId}
 * @param accountId the debtor's account, as asked
 * @param minor minor units, positive
 */
record Transfer(
        String partId,
        String endToEndId,
        LocalDate executionDate,
        String accountId,
        long minor,
        String currency,
        String creditor,
        String remittance) {}
