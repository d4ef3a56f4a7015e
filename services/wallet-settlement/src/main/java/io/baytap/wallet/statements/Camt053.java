package io.baytap.wallet.statements;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.reconciliation.BankEntry;
import java.time.LocalDate;
import java.util.ArrayList;
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

    private final CamtAccount account;
    private final LocalDate day;

    Camt053(CamtAccount account, LocalDate day) {
        this.account = account;
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
        account.check(statement);
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
        return account.signed(found.getFirst(), "balance " + code);
    }

    private BankEntry entry(Element entry) throws FaultyStatementException {
        String reference = CamtAccount.reference(entry);
        if (!CamtAccount.isBooked(entry)) {
            throw new FaultyStatementException(
                    "entry " + reference + ": Sts '" + CamtAccount.status(entry) + "' is not BOOK");
        }
        BankEntry read = account.entry(entry);
        if (!read.bookedOn().equals(day)) {
            throw new FaultyStatementException(
                    "entry " + reference + ": BookgDt '" + read.bookedOn() + "' is not " + day);
        }
        return read;
    }
}
