package io.baytap.sandbox.bank;

/** A payment order for two operators in HKD and one in CNY, due on Friday, 2026-04-10. */
final class Payments {

    private Payments() {}

    static String message(String id) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>
                <GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-04-09T20:00:00Z</CreDtTm><NbOfTxs>3</NbOfTxs>\
                <CtrlSum>1251.50</CtrlSum><InitgPty><Nm>Baytap</Nm></InitgPty></GrpHdr>
                """.formatted(id)
                + part(
                        "HKD",
                        "808-100001-344",
                        transfer("KMB", "HKD", "1234.50", "九龍巴士 &amp; Co")
                                + transfer("MTR", "HKD", "10.00", "MTR Corporation"))
                + part("CNY", "808-100001-156", transfer("SZM", "CNY", "7.00", "深圳地铁"))
                + "</CstmrCdtTrfInitn></Document>";
    }

    private static String part(String currency, String account, String transfers) {
        return """
                <PmtInf><PmtInfId>2026-04-09-%s</PmtInfId><PmtMtd>TRF</PmtMtd>\
                <ReqdExctnDt><Dt>2026-04-10</Dt></ReqdExctnDt><Dbtr><Nm>Baytap</Nm></Dbtr>\
                <DbtrAcct><Id><Othr><Id>%s</Id></Othr></Id></DbtrAcct>\
                <DbtrAgt><FinInstnId><BICFI>BAYTHKHH</BICFI></FinInstnId></DbtrAgt>%s</PmtInf>
                """.formatted(currency, account, transfers);
    }

    private static String transfer(String operator, String currency, String amount, String creditor) {
        return """
                <CdtTrfTxInf><PmtId><EndToEndId>%s:%s:2026-04-09</EndToEndId></PmtId>\
                <Amt><InstdAmt Ccy="%s">%s</InstdAmt></Amt>\
                <CdtrAgt><FinInstnId><BICFI>BKCHHKHH</BICFI></FinInstnId></CdtrAgt><Cdtr><Nm>%s</Nm></Cdtr>\
                <CdtrAcct><Id><Othr><Id>012-1</Id></Othr></Id></CdtrAcct>\
                <RmtInf><Ustrd>fares of 2026-04-09</Ustrd></RmtInf></CdtTrfTxInf>
                """.formatted(operator, currency, currency, amount, creditor);
    }
}
