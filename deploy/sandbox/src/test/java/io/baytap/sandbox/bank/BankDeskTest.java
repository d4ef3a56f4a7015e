package io.baytap.sandbox.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.sandbox.statements.DealBook;
import io.baytap.sandbox.statements.Page;
import io.baytap.sandbox.statements.Payout;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** The oracles are hand-worked balances, and the XSDs of ISO 20022. */
class BankDeskTest {

    private static final LocalDate FRIDAY = LocalDate.parse("2026-04-10");
    private static final String HKD = "808-100001-344";
    private static final String CNY = "808-100001-156";

    private final BankDesk bank = new BankDesk(
            new Bank(
                    day -> day.equals(FRIDAY)
                            ? List.of(
                                    new Payout("weixin-pay", "2026040919000001001900001000", "CNY", 50_000),
                                    new Payout("wechat-pay-hk", "2026040919000002001900001000", "HKD", 90_000),
                                    new Payout("wechat-pay-hk", "2026040919000002001900001001", "HKD", -300))
                            : List.of(),
                    new DealBook(_ -> Optional.empty())),
            day -> day.isBefore(LocalDate.parse("2026-05-01")));

    @Test
    void aDayBooksWhatWeWerePaidAndWhatWePaid() throws Exception {
        assertThat(pay(Payments.message("M1")).status()).isEqualTo(202);

        Page closed = close("2026-04-10");

        // HKD: 900.00 - 3.00 - 1,234.50 - 10.00; CNY: 500.00 - 7.00
        assertThat(closed.text()).contains("\"balance_minor\":-34750", "\"balance_minor\":49300");
        String statement = get(HKD, "statements", "2026-04-10").text();
        Schemas.CAMT_053.validate(statement);
        assertThat(XmlPath.value(statement, "//Bal[Tp//Cd='OPBD']/Amt")).isEqualTo("0.00");
        assertThat(XmlPath.value(statement, "//Bal[Tp//Cd='CLBD']/Amt")).isEqualTo("347.50");
        assertThat(XmlPath.value(statement, "//Bal[Tp//Cd='CLBD']/CdtDbtInd")).isEqualTo("DBIT");
        assertThat(XmlPath.value(statement, "count(//Ntry)")).isEqualTo("4");
        assertThat(XmlPath.value(statement, "//Ntry[.//EndToEndId='KMB:HKD:2026-04-09']/Amt"))
                .isEqualTo("1234.50");
        assertThat(XmlPath.value(statement, "//Ntry[.//EndToEndId='KMB:HKD:2026-04-09']//MsgId"))
                .isEqualTo("M1");
        assertThat(XmlPath.value(statement, "//Ntry[.//EndToEndId='KMB:HKD:2026-04-09']//Cdtr/Pty/Nm"))
                .isEqualTo("九龍巴士 & Co");
        assertThat(XmlPath.value(statement, "//Ntry[.//EndToEndId='2026040919000002001900001000']/CdtDbtInd"))
                .isEqualTo("CRDT");
        assertThat(XmlPath.value(statement, "//Ntry[.//EndToEndId='2026040919000002001900001000']//Dbtr/Pty/Nm"))
                .isEqualTo("wechat-pay-hk");
        assertThat(XmlPath.value(statement, "//Ntry[.//EndToEndId='2026040919000002001900001001']/CdtDbtInd"))
                .isEqualTo("DBIT");
    }

    @Test
    void theNextDayOpensWithTheBalanceAtWhichTheLastClosed() throws Exception {
        pay(Payments.message("M1"));
        close("2026-04-10");

        close("2026-04-13");

        String monday = get(CNY, "statements", "2026-04-13").text();
        Schemas.CAMT_053.validate(monday);
        assertThat(XmlPath.value(monday, "//Bal[Tp//Cd='OPBD']/Amt")).isEqualTo("493.00");
        assertThat(XmlPath.value(monday, "//Bal[Tp//Cd='CLBD']/Amt")).isEqualTo("493.00");
        assertThat(XmlPath.value(monday, "//ElctrncSeqNb"))
                .as("weekends close, too")
                .isEqualTo("4");
    }

    @Test
    void eachEntryIsNotified() throws Exception {
        pay(Payments.message("M1"));
        close("2026-04-10");

        String notified = get(CNY, "notifications", "2026-04-10").text();

        Schemas.CAMT_054.validate(notified);
        assertThat(XmlPath.value(notified, "count(//Ntfctn)")).isEqualTo("2");
        assertThat(XmlPath.value(notified, "//Ntfctn[.//EndToEndId='SZM:CNY:2026-04-09']/Ntry/Amt/@Ccy"))
                .isEqualTo("CNY");
        assertThat(close("2026-04-11").status()).isEqualTo(200);
        assertThat(get(CNY, "notifications", "2026-04-11").status()).isEqualTo(404);
    }

    @Test
    void whatIsBookedDuringTheDayIsNotifiedAtOnceAndStandsOnItsStatementOnce() throws Exception {
        pay(Payments.message("M1"));
        assertThat(get(HKD, "notifications", "2026-04-10").status())
                .as("nothing is booked yet")
                .isEqualTo(404);

        assertThat(intraday("2026-04-10").status()).isEqualTo(200);
        intraday("2026-04-10");
        String early = get(HKD, "notifications", "2026-04-10").text();
        assertThat(get(HKD, "statements", "2026-04-10").status())
                .as("the day is open")
                .isEqualTo(404);
        close("2026-04-10");

        Schemas.CAMT_054.validate(early);
        assertThat(XmlPath.value(early, "count(//Ntry)")).isEqualTo("4");
        String statement = get(HKD, "statements", "2026-04-10").text();
        assertThat(XmlPath.value(statement, "count(//Ntry)")).isEqualTo("4");
        assertThat(XmlPath.value(statement, "//Bal[Tp//Cd='CLBD']/Amt")).isEqualTo("347.50");
        assertThat(XmlPath.value(statement, "//Ntry[.//EndToEndId='KMB:HKD:2026-04-09']/AcctSvcrRef"))
                .isEqualTo(XmlPath.value(early, "//Ntry[.//EndToEndId='KMB:HKD:2026-04-09']/AcctSvcrRef"));
        assertThat(get(HKD, "notifications", "2026-04-10").text()).isEqualTo(early);
    }

    @Test
    void theSameMessageIsExecutedOnce() {
        String message = Payments.message("M1");
        pay(message);

        Page again = pay(message);
        Page other = pay(message.replace("九龍巴士", "Kowloon Motor Bus"));
        Page closed = close("2026-04-10");
        Page closedAgain = close("2026-04-10");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).contains("KNOWN");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text()).contains("MESSAGE_ID_USED");
        assertThat(closed.text()).contains("\"balance_minor\":-34750");
        assertThat(closedAgain.text()).isEqualTo(closed.text());
    }

    @Test
    void whatIsDueLaterWaitsAndWhatIsDueEarlierIsExecutedOnTheNextDay() throws Exception {
        pay(Payments.message("M1"));
        assertThat(close("2026-04-09").text()).contains("\"balance_minor\":0").doesNotContain("_minor\":-");
        close("2026-04-10");

        pay(Payments.message("M2"));
        close("2026-04-11");

        String saturday = get(CNY, "statements", "2026-04-11").text();
        assertThat(XmlPath.value(saturday, "//Ntry//MsgId")).isEqualTo("M2");
        assertThat(XmlPath.value(saturday, "//Ntry/ValDt/Dt")).isEqualTo("2026-04-11");
    }

    @Test
    void daysCloseInTheirOrderAndNotAheadOfTheProviders() {
        close("2026-04-10");

        assertThat(close("2026-04-09").text()).contains("DAY_PASSED");
        assertThat(close("2026-05-01").text()).contains("DAY_NOT_REACHED");
        assertThat(bank.answer("POST", "/bank/v1/end-of-day", "/bank/v1/end-of-day", "")
                        .text())
                .contains("PARAM_ERROR", "day");
        assertThat(get(HKD, "statements", "2026-04-14").status()).isEqualTo(404);
        assertThat(get("1", "statements", "2026-04-10").status()).isEqualTo(404);
    }

    @Test
    void aMessageThatCannotBeExecutedIsRefusedWithItsReason() {
        String message = Payments.message("M1");

        assertThat(pay("nothing").text()).contains("NOT_VALID", "line 1");
        assertThat(pay(message.replace("<MsgId>M1</MsgId>", "")).text()).contains("NOT_VALID", "MsgId");
        assertThat(pay(message.replace("BKCHHKHH", "not a BIC")).text()).contains("NOT_VALID", "not a BIC");
        assertThat(pay("<!DOCTYPE x SYSTEM \"file:///etc/passwd\">" + message).text())
                .contains("NOT_VALID", "DOCTYPE");
        assertThat(pay(message.replace("1234.50", "1234.505")).text()).contains("NOT_VALID", "two decimals");
        assertThat(pay(message.replace(HKD, "808-9")).text()).contains("ACCOUNT_UNKNOWN", "808-9");
        assertThat(pay(message.replace("Ccy=\"CNY\"", "Ccy=\"HKD\"")).text()).contains("CURRENCY_DIFFERS");
        assertThat(pay(message.replace("MTR:HKD", "KMB:HKD")).text()).contains("END_TO_END_ID_TWICE");
        assertThat(pay(message.replaceFirst("1251.50", "1251.51")).text()).contains("TOTALS_DIFFER", "1251.50");
        assertThat(pay(message.replaceFirst("<NbOfTxs>3", "<NbOfTxs>4")).text())
                .contains("TOTALS_DIFFER", "transfers are 3");
        assertThat(close("2026-04-10").text()).as("nothing of it was executed").contains("\"balance_minor\":89700");
    }

    @Test
    void theXsdsWouldFindAMistake() {
        close("2026-04-10");
        String statement = get(HKD, "statements", "2026-04-10").text();

        assertThat(statement).contains("<CdtDbtInd>CRDT");
        assertThatThrownBy(() -> Schemas.CAMT_053.validate(statement.replace("<CdtDbtInd>CRDT", "<CdtDbtInd>PLUS")))
                .isInstanceOf(SAXException.class)
                .hasMessageContaining("PLUS");
    }

    private Page pay(String message) {
        return bank.answer("POST", "/bank/v1/payments", "/bank/v1/payments", message);
    }

    private Page intraday(String day) {
        return bank.answer("POST", "/bank/v1/intraday", "/bank/v1/intraday?day=" + day, "");
    }

    private Page close(String day) {
        return bank.answer("POST", "/bank/v1/end-of-day", "/bank/v1/end-of-day?day=" + day, "");
    }

    private Page get(String account, String what, String day) {
        String path = "/bank/v1/accounts/" + account + "/" + what + "/" + day;
        return bank.answer("GET", path, path, "");
    }
}
