package io.baytap.wallet.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.reconciliation.BankEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two notifications: a credit of 120.50, and a debit of 20.00 beside a credit of 7.00 that is still pending. */
class Camt054Test {

    private static final String NOTIFICATIONS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
              <GrpHdr><MsgId>N1</MsgId><CreDtTm>2026-04-10T11:00:00+08:00</CreDtTm></GrpHdr>
              <Ntfctn><Id>N1-1</Id><Acct><Id><Othr><Id>808-1</Id></Othr></Id><Ccy>HKD</Ccy></Acct>
                <Ntry><Amt Ccy="HKD">120.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-04-10</Dt></BookgDt><AcctSvcrRef>R1</AcctSvcrRef>
                  <NtryDtls><TxDtls><Refs><EndToEndId>B1</EndToEndId></Refs><RmtInf><Ustrd>settlement B1</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
              </Ntfctn>
              <Ntfctn><Id>N1-2</Id><Acct><Id><Othr><Id>808-1</Id></Othr></Id><Ccy>HKD</Ccy></Acct>
                <Ntry><NtryRef>E2</NtryRef><Amt Ccy="HKD">20.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-04-10</Dt></BookgDt></Ntry>
                <Ntry><Amt Ccy="HKD">7.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts><BookgDt><Dt>2026-04-10</Dt></BookgDt><AcctSvcrRef>R3</AcctSvcrRef></Ntry>
              </Ntfctn></BkToCstmrDbtCdtNtfctn></Document>
            """;

    @Test
    void bookedEntriesAreThoseThatTheStatementWillTellUnderTheSameReferences() throws FaultyStatementException {
        assertThat(read(NOTIFICATIONS))
                .containsExactly(
                        entry("bank:808-1:R1", 12_050, Set.of("B1", "settlement")),
                        // The bank gives no AcctSvcrRef, so its NtryRef counts. R3 is pending and moves nothing.
                        entry("bank:808-1:E2", -2_000, Set.of()));
    }

    @Test
    void anEntryThatIsNotifiedTwiceIsOne() throws FaultyStatementException {
        String twice = NOTIFICATIONS.replace("</BkToCstmrDbtCdtNtfctn>", first() + "</BkToCstmrDbtCdtNtfctn>");

        assertThat(read(twice)).hasSize(2);
    }

    @Test
    void anEntryThatIsToldInTwoWaysIsRefusedWithBothAmounts() {
        String twice = NOTIFICATIONS.replace(
                "</BkToCstmrDbtCdtNtfctn>", first().replace("120.50", "120.51") + "</BkToCstmrDbtCdtNtfctn>");

        assertThatThrownBy(() -> read(twice))
                .isInstanceOf(FaultyStatementException.class)
                .hasMessageContainingAll("entry bank:808-1:R1 stands twice", "120.50", "120.51");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "camt.054.001.08 | camt.053.001.08 | namespace 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.08' is not camt.054",
                "808-1 | 808-2 | account '808-2' is not ours, 808-1",
                "<AcctSvcrRef>R1</AcctSvcrRef> | <Purp/> | an entry without AcctSvcrRef and NtryRef",
                "<BookgDt><Dt>2026-04-10 | <BookgDt><Dt>2026-04-31 | entry R1: BookgDt '2026-04-31' is not a day",
                "Ccy=\"HKD\">120.50 | Ccy=\"CNY\">120.50 | entry R1: Ccy 'CNY' is not HKD",
                "120.50 | 120.505 | entry R1: Amt '120.505' is not in whole minor units of HKD",
                "120.50 | 0.00 | entry R1: Amt is zero",
                "DBIT | BOTH | entry E2: CdtDbtInd is neither CRDT nor DBIT",
                "</Ntfctn> | </Note> | not XML",
            })
    void faultyNotificationsAreRefusedWholeAndSayWhy(String right, String wrong, String reason) {
        assertThat(NOTIFICATIONS).contains(right);
        assertThatThrownBy(() -> read(NOTIFICATIONS.replaceFirst(Pattern.quote(right), wrong)))
                .isInstanceOf(FaultyStatementException.class)
                .hasMessageStartingWith(reason);
    }

    private static String first() {
        return NOTIFICATIONS.substring(
                NOTIFICATIONS.indexOf("<Ntfctn>"), NOTIFICATIONS.indexOf("</Ntfctn>") + "</Ntfctn>".length());
    }

    private static BankEntry entry(String reference, long minor, Set<String> names) {
        return new BankEntry(reference, Money.of(minor, "HKD"), LocalDate.parse("2026-04-10"), names);
    }

    private static List<BankEntry> read(String xml) throws FaultyStatementException {
        return new Camt054(new CamtAccount("808-1", "HKD")).read(xml);
    }
}
