package io.baytap.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BankEntryTest {

    @Test
    void whatWePaidWhatAProviderPaidOutAndWhatWasExchangedAreToldApart() {
        String statement = """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
                <Bal><Amt Ccy="HKD">9.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
                <Ntry><Amt Ccy="HKD">12.30</Amt><CdtDbtInd>DBIT</CdtDbtInd><NtryDtls><TxDtls>
                <Refs><MsgId>M1</MsgId><EndToEndId>KMB:HKD:2026-04-09</EndToEndId></Refs>
                <RltdPties><Cdtr><Pty><Nm>KMB</Nm></Pty></Cdtr></RltdPties></TxDtls></NtryDtls></Ntry>
                <Ntry><Amt Ccy="HKD">0.05</Amt><CdtDbtInd>CRDT</CdtDbtInd><NtryDtls><TxDtls>
                <Refs><EndToEndId>B1</EndToEndId></Refs>
                <RltdPties><Dbtr><Pty><Nm>wechat-pay-hk</Nm></Pty></Dbtr></RltdPties></TxDtls></NtryDtls></Ntry>
                <Ntry><Amt Ccy="HKD">10.60</Amt><CdtDbtInd>CRDT</CdtDbtInd><NtryDtls><TxDtls>
                <Refs><EndToEndId>deal:HKD/CNY:2026-04-10</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>
                </Stmt></BkToCstmrStmt></Document>
                """;

        assertThat(BankEntry.of(statement))
                .containsExactly(
                        new BankEntry("HKD", -1230, "M1", "KMB:HKD:2026-04-09", "KMB"),
                        new BankEntry("HKD", 5, "", "B1", "wechat-pay-hk"),
                        new BankEntry("HKD", 1060, "", "deal:HKD/CNY:2026-04-10", ""));
        assertThat(BankEntry.of(statement)).extracting(BankEntry::isExchange).containsExactly(false, false, true);
    }
}
