package io.baytap.wallet.statements;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.reconciliation.BankEntry;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * An account's statement of a day, ISO 20022 camt.053 of any version: one statement of our account, opening balance plus
 * entries is the closing balance, every entry booked.
 */
final class Camt053 {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.";

    private final String account;
    private final String currency;
    private final LocalDate day;

    Camt053(String account, String currency, LocalDate day) {
        this.account = account;
        this.currency = currency;
        this.day = day;
    }

    /**
     * Its entries.
     *
     * @throws FaultyStatementException if it does not hold together: nothing of it is to be used
     */
    List<BankEntry> read(String xml) throws FaultyStatementException {
        Element document = Elements.root(xml);
        if (!String.valueOf(document.getNamespaceURI()).startsWith(NAMESPACE)) {
            throw new FaultyStatementException("namespace '" + document.getNamespaceURI() + "' is not camt.053");
        }
        Element statement = Elements.one(document, "BkToCstmrStmt", "Stmt");
        String told =
                Elements.text(statement, "Acct", "Id", "Othr", "Id") + Elements.text(statement, "Acct", "Id", "IBAN");
        if (!told.equals(account)) {
            throw new FaultyStatementException("account '" + told + "' is not ours, " + account);
        }
        List<BankEntry> entries = new ArrayList<>();
        Set<String> references = new HashSet<>();
        for (Element entry : Elements.all(statement, "Ntry")) {
            BankEntry read = entry(entry);
            if (!references.add(read.reference())) {
                throw new FaultyStatementException("entry " + read.reference() + " stands twice");
            }
            entries.add(read);
        }
        balance(statement, entries);
        return entries;
    }

    private void balance(Element statement, List<BankEntry> entries) throws FaultyStatementException {
        Money opening = balance(statement, "OPBD");
        Money closing = balance(statement, "CLBD");
        Money sum = entries.stream().map(BankEntry::amount).reduce(opening, Money::plus);
        if (!sum.equals(closing)) {
            throw new FaultyStatementException("opening balance %s and %d entries are %s, the closing balance says %s"
                    .formatted(opening, entries.size(), sum, closing));
        }
    }

    private Money balance(Element statement, String code) throws FaultyStatementException {
        List<Element> found = Elements.all(statement, "Bal").stream()
                .filter(balance ->
                        Elements.text(balance, "Tp", "CdOrPrtry", "Cd").equals(code))
                .toList();
        if (found.size() != 1) {
            throw new FaultyStatementException(found.size() + " balances of type " + code + ", not one");
        }
        String on = Elements.text(found.getFirst(), "Dt", "Dt");
        if (code.equals("CLBD") && !on.equals(day.toString())) {
            throw new FaultyStatementException("the closing balance is of '" + on + "', asked for was " + day);
        }
        return signed(found.getFirst(), "balance " + code);
    }

    private BankEntry entry(Element entry) throws FaultyStatementException {
        String reference = Elements.text(entry, "AcctSvcrRef");
        if (reference.isEmpty()) {
            throw new FaultyStatementException("an entry without AcctSvcrRef");
        }
        String status = Elements.text(entry, "Sts", "Cd") + Elements.text(entry, "Sts", "Prtry");
        if (!status.equals("BOOK")) {
            throw new FaultyStatementException("entry " + reference + ": Sts '" + status + "' is not BOOK");
        }
        Money amount = signed(entry, "entry " + reference);
        if (amount.isZero()) {
            throw new FaultyStatementException("entry " + reference + ": Amt is zero");
        }
        return new BankEntry("bank:" + account + ":" + reference, amount, day(entry, reference), names(entry));
    }

    private LocalDate day(Element entry, String reference) throws FaultyStatementException {
        String booked = Elements.text(entry, "BookgDt", "Dt");
        try {
            if (LocalDate.parse(booked).equals(day)) {
                return day;
            }
        } catch (DateTimeException _) {
            // Said below.
        }
        throw new FaultyStatementException("entry " + reference + ": BookgDt '" + booked + "' is not " + day);
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

    private Money signed(Element from, String what) throws FaultyStatementException {
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
