package io.baytap.sandbox.bank;

/** A notification per entry of a day, ISO 20022 camt.054.001.08. The same day gives the same bytes. */
final class Camt054 {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.054.001.08";

    private Camt054() {}

    /** @param day with one entry at least: the standard knows no message without a notification */
    static String of(AccountDay day) {
        return Xml.document(
                NAMESPACE,
                xml -> xml.in("BkToCstmrDbtCdtNtfctn", () -> {
                    Camt.header(xml, Camt.id("NTFY", day), day.day());
                    for (Entry entry : day.entries()) {
                        xml.in("Ntfctn", () -> {
                            xml.text("NTFY-" + entry.reference(), "Id");
                            xml.text(Camt.endOf(day.day()), "CreDtTm");
                            Camt.account(xml, day.account());
                            Camt.entry(xml, entry);
                        });
                    }
                }));
    }
}
