package io.baytap.sandbox.bank;

/** A day's statement of an account, ISO 20022 camt.053.001.08. The same day gives the same bytes. */
final class Camt053 {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";

    private Camt053() {}

    static String of(AccountDay day) {
        String id = Camt.id("STMT", day);
        return Xml.document(
                NAMESPACE,
                xml -> xml.in("BkToCstmrStmt", () -> {
                    Camt.header(xml, id, day.day());
                    xml.in("Stmt", () -> {
                        xml.text(id, "Id");
                        xml.text(Integer.toString(day.number()), "ElctrncSeqNb");
                        xml.text(Camt.endOf(day.day()), "CreDtTm");
                        xml.in("FrToDt", () -> {
                            xml.text(Camt.startOf(day.day()), "FrDtTm");
                            xml.text(Camt.endOf(day.day()), "ToDtTm");
                        });
                        Camt.account(xml, day.account());
                        Camt.balance(xml, "OPBD", day.opening(), day);
                        Camt.balance(xml, "CLBD", day.closing(), day);
                        for (Entry entry : day.entries()) {
                            Camt.entry(xml, entry);
                        }
                    });
                }));
    }
}
