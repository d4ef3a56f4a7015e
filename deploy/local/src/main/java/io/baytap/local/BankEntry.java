package io.baytap.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A line of a bank statement.
 *
 * @param minor minor units, negative if debited; both currencies have two decimals
 * @param messageId of our payment order; empty if it is not ours
 * @param counterparty the other party's name
 */
record BankEntry(String currency, long minor, String messageId, String endToEndId, String counterparty) {

    /** Whether it settles a leg of a currency deal: the bank calls it by the deal's id. */
    boolean isExchange() {
        return endToEndId.startsWith("deal:");
    }

    /** Reads the entries of a camt.053 with one transaction each, as the sandbox's bank writes them. */
    static List<BankEntry> of(String camt053) {
        try {
            var entries = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(camt053)))
                    .getElementsByTagName("Ntry");
            List<BankEntry> read = new ArrayList<>();
            for (int i = 0; i < entries.getLength(); i++) {
                read.add(of((Element) entries.item(i)));
            }
            return read;
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("a statement of the bank", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BankEntry of(Element entry) {
        Element amount = (Element) entry.getElementsByTagName("Amt").item(0);
        long minor = new BigDecimal(amount.getTextContent()).movePointRight(2).longValueExact();
        return new BankEntry(
                amount.getAttribute("Ccy"),
                text(entry, "CdtDbtInd").equals("DBIT") ? -minor : minor,
                text(entry, "MsgId"),
                text(entry, "EndToEndId"),
                text(entry, "Nm"));
    }

    private static String text(Element entry, String name) {
        var found = entry.getElementsByTagName(name).item(0);
        return found == null ? "" : found.getTextContent();
    }
}
