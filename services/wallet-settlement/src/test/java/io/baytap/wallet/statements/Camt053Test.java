package io.baytap.wallet.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.reconciliation.BankEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A statement of one credit of 120.50 for two batches and one debit of 20.00: 10.00 + 120.50 - 20.00 = 110.50. */
class Camt053Test {

    private static final LocalDate DAY = LocalDate.parse("2026-04-10");

    private static final String STATEMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
              <GrpHdr><MsgId>S1</MsgId><CreDtTm>2026-04-10T23:59:59+08:00</CreDtTm></GrpHdr>
              <Stmt><Id>S1</Id><Acct><Id><Othr><Id>808-1</Id></Othr></Id><Ccy>HKD</Ccy></Acct>
                <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="HKD">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-04-10</Dt></Dt></Bal>
                <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="HKD">110.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-04-10</Dt></Dt></Bal>
                <Ntry><Amt Ccy="HKD">120.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-04-10</Dt></BookgDt><AcctSvcrRef>R1</AcctSvcrRef>
                  <NtryDtls><TxDtls><Refs><EndToEndId>B1</EndToEndId></Refs><RmtInf><Ustrd>settlement B1 B2</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
                <Ntry><Amt Ccy="HKD">20.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-04-10</Dt></BookgDt><AcctSvcrRef>R2</AcctSvcrRef>
                  <NtryDtls><TxDtls><Refs><EndToEndId>MTR:HKD:2026-04-09</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>
              </Stmt></BkToCstmrStmt></Document>
            """;

    @Test
    void creditsArePositiveAndEveryNameIsKept() throws FaultyStatementException {
        List<BankEntry> entries = read(STATEMENT);

        assertThat(entries).extracting(BankEntry::reference).containsExactly("bank:808-1:R1", "bank:808-1:R2");
        assertThat(entries)
                .extracting(BankEntry::amount)
                .containsExactly(Money.of(12_050, "HKD"), Money.of(-2_000, "HKD"));
        assertThat(entries.getFirst().names()).containsExactlyInAnyOrder("B1", "B2", "settlement");
        assertThat(entries.getLast().names()).containsExactly("MTR:HKD:2026-04-09");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "110.50 | 110.51 | opening balance",
                "camt.053.001.08 | camt.052.001.08 | namespace 'urn:iso:std:iso:20022:tech:xsd:camt.052.001.08' is not camt.053",
                "808-1 | 808-2 | account '808-2' is not ours, 808-1",
                "<AcctSvcrRef>R2 | <AcctSvcrRef>R1 | entry bank:808-1:R1 stands twice",
                "<Cd>BOOK | <Cd>PDNG | entry R1: Sts 'PDNG' is not BOOK",
                "<BookgDt><Dt>2026-04-10 | <BookgDt><Dt>2026-04-09 | entry R1: BookgDt '2026-04-09' is not 2026-04-10",
                "<Amt Ccy=\"HKD\">120.50 | <Amt Ccy=\"CNY\">120.50 | entry R1: Ccy 'CNY' is not HKD",
                "120.50 | 120.505 | entry R1: Amt '120.505' is not in whole minor units of HKD",
                "DBIT | BOTH | entry R2: CdtDbtInd is neither CRDT nor DBIT",
                "<Cd>CLBD | <Cd>CLAV | 0 balances of type CLBD, not one",
                "</Stmt> | </Statement> | not XML",
            })
    void aFaultyStatementIsRefusedWholeAndSaysWhy(String right, String wrong, String reason) {
        assertThat(STATEMENT).contains(right);
        assertThatThrownBy(() -> read(STATEMENT.replaceFirst(Pattern.quote(right), wrong)))
                .isInstanceOf(FaultyStatementException.class)
                .hasMessageStartingWith(reason);
    }

    @Test
    void aStatementThatWantsSomethingFromElsewhereIsRefused() {
        String tricky = STATEMENT.replace(
                "<Document ", "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Document ");

        assertThatThrownBy(() -> read(tricky)).hasMessageContaining("DOCTYPE");
    }

    private static List<BankEntry> read(String xml) throws FaultyStatementException {
        return new Camt053(new CamtAccount("808-1", "HKD"), DAY).read(xml);
    }
}
