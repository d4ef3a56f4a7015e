package io.baytap.wallet.statements;

import io.baytap.wallet.domain.reconciliation.BankEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * Notifications of an account, ISO 20022 camt.054 of any version: entries that the bank booked, told before the statement
 * of their day. An entry that is not booked yet (PDNG, INFO) is left out: it moves nothing.
 */
final class Camt054 {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.054.001.";

    private final CamtAccount account;

    Camt054(CamtAccount account) {
        this.account = account;
    }

    /**
     * Its booked entries, each once.
     *
     * @throws FaultyStatementException if it does not hold together, or tells one entry in two ways: nothing of it is to be
     *     used
     */
    List<BankEntry> read(String xml) throws FaultyStatementException {
        Element document = Elements.root(xml);
        if (!String.valueOf(document.getNamespaceURI()).startsWith(NAMESPACE)) {
            throw new FaultyStatementException("namespace '" + document.getNamespaceURI() + "' is not camt.054");
        }
        List<BankEntry> entries = new ArrayList<>();
        Map<String, BankEntry> known = new HashMap<>();
        for (Element notification : Elements.all(document, "BkToCstmrDbtCdtNtfctn", "Ntfctn")) {
            account.check(notification);
            for (Element entry : Elements.all(notification, "Ntry")) {
                if (CamtAccount.isBooked(entry)) {
                    BankEntry read = account.entry(entry);
                    BankEntry before = known.putIfAbsent(read.reference(), read);
                    if (before == null) {
                        entries.add(read);
                    } else if (!before.equals(read)) {
                        throw new FaultyStatementException("entry " + read.reference() + " stands twice, once "
                                + before.amount() + " and once " + read.amount());
                    }
                }
            }
        }
        return entries;
    }
}
