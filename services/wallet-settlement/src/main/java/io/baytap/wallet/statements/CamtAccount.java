package io.baytap.wallet.statements;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.reconciliation.BankEntry;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * What statements (camt.053) and notifications (camt.054) of an account have in common: the account and its entries. Both
 * tell an entry by the same reference of the bank.
 *
 * @param number as the bank numbers it
 * @param currency ISO 4217 code
 */
record CamtAccount(String number, String currency) {

    /** @throws FaultyStatementException if a statement or notification is of another account */
    void check(Element from) throws FaultyStatementException {
        String told = Elements.text(from, "Acct", "Id", "Othr", "Id") + Elements.text(from, "Acct", "Id", "IBAN");
        if (!told.equals(number)) {
            throw new FaultyStatementException("account '" + told + "' is not ours, " + number);
        }
    }

    static boolean isBooked(Element entry) {
        return status(entry).equals("BOOK");
    }

    static String status(Element entry) {
        return Elements.text(entry, "Sts", "Cd") + Elements.text(entry, "Sts", "Prtry");
    }

    /**
     * The bank's reference: AcctSvcrRef, or NtryRef of a bank that has no other.
     *
     * @throws FaultyStatementException if there is neither
     */
    static String reference(Element entry) throws FaultyStatementException {
        String reference = Elements.text(entry, "AcctSvcrRef");
        String own = reference.isEmpty() ? Elements.text(entry, "NtryRef") : reference;
        if (own.isEmpty()) {
            throw new FaultyStatementException("an entry without AcctSvcrRef and NtryRef");
        }
        return own;
    }

    /**
     * A booked entry.
     *
     * @throws FaultyStatementException naming it and its field
     */
    BankEntry entry(Element entry) throws FaultyStatementException {
        String reference = reference(entry);
        Money amount = signed(entry, "entry " + reference);
        if (amount.isZero()) {
            throw new FaultyStatementException("entry " + reference + ": Amt is zero");
        }
        return new BankEntry("bank:" + number + ":" + reference, amount, day(entry, reference), names(entry));
    }

    private static LocalDate day(Element entry, String reference) throws FaultyStatementException {
        String booked = Elements.text(entry, "BookgDt", "Dt");
        try {
            return LocalDate.parse(booked);
        } catch (DateTimeException _) {
            throw new FaultyStatementException("entry " + reference + ": BookgDt '" + booked + "' is not a day");
        }
    }

    /** End-to-end ids and the words of remittance information: an entry may pay several batches. */
    private static Set<String> names(Element entry) {
        Set<String> names = new HashSet<>();
        for (Element details : Elements.all(entry, "NtryDtls", "TxDtls")) {
            Elements.all(details, "Refs", "EndToEndId")
                    .forEach(id -> names.add(id.getTextContent().strip()));
            Elements.all(details, "RmtInf", "Ustrd")
                    .forEach(text -> names.addAll(
                            Arrays.asList(text.getTextContent().strip().split("\\s+"))));
        }
        return names;
    }

    /** An amount with its direction: credits positive. */
    Money signed(Element from, String what) throws FaultyStatementException {
        Element amount = Elements.one(from, "Amt");
        if (!amount.getAttribute("Ccy").equals(currency)) {
            throw new FaultyStatementException(what + ": Ccy '" + amount.getAttribute("Ccy") + "' is not " + currency);
        }
        try {
            Money read = Money.of(0, currency);
            long minor = new BigDecimal(amount.getTextContent().strip())
                    .movePointRight(read.currency().getDefaultFractionDigits())
                    .longValueExact();
            return switch (Elements.text(from, "CdtDbtInd")) {
                case "CRDT" -> Money.of(minor, currency);
                case "DBIT" -> Money.of(-minor, currency);
                default -> throw new FaultyStatementException(what + ": CdtDbtInd is neither CRDT nor DBIT");
            };
        } catch (ArithmeticException | NumberFormatException _) {
            throw new FaultyStatementException(
                    what + ": Amt '" + amount.getTextContent() + "' is not in whole minor units of " + currency);
        }
    }
}
