package io.baytap.sandbox.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.sandbox.statements.DealBook;
import io.baytap.sandbox.statements.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 1,060.00 HKD bought for 924.67 CNY on Thursday, to be paid on Friday. */
class DealsTest {

    private static final String HKD = "808-100001-344";
    private static final String CNY = "808-100001-156";
    private static final LocalDate THURSDAY = LocalDate.parse("2026-04-09");
    private static final String DEAL = """
            {"deal_id":"deal:HKD/CNY:2026-04-10","struck_on":"2026-04-09","value_date":"2026-04-10",
             "legs":[{"currency":"HKD","minor":106000},{"currency":"CNY","minor":-92467}]}""";

    private final BankDesk bank = bank(new DealBook(_ -> Optional.empty()));

    @Test
    void bothLegsAreBookedOnTheValueDateUnderTheDealsId() throws Exception {
        assertThat(agree(bank, DEAL).status()).isEqualTo(202);
        close(bank, "2026-04-09");

        close(bank, "2026-04-10");

        String thursday = get(bank, HKD, "statements", "2026-04-09").text();
        assertThat(XmlPath.value(thursday, "count(//Ntry)")).isEqualTo("0");
        String hkd = get(bank, HKD, "statements", "2026-04-10").text();
        String cny = get(bank, CNY, "statements", "2026-04-10").text();
        Schemas.CAMT_053.validate(hkd);
        Schemas.CAMT_053.validate(cny);
        assertThat(XmlPath.value(hkd, "//Ntry/Amt")).isEqualTo("1060.00");
        assertThat(XmlPath.value(hkd, "//Ntry/CdtDbtInd")).isEqualTo("CRDT");
        assertThat(XmlPath.value(cny, "//Ntry/Amt")).isEqualTo("924.67");
        assertThat(XmlPath.value(cny, "//Ntry/CdtDbtInd")).isEqualTo("DBIT");
        for (String statement : List.of(hkd, cny)) {
            assertThat(XmlPath.value(statement, "//Ntry//EndToEndId")).isEqualTo("deal:HKD/CNY:2026-04-10");
            assertThat(XmlPath.value(statement, "//Ntry/BkTxCd/Domn/Cd")).isEqualTo("FORX");
        }
        Schemas.CAMT_054.validate(get(bank, CNY, "notifications", "2026-04-10").text());
    }

    @Test
    void theSameDealIsSettledOnceAndAnotherUnderItsIdIsRefused() throws Exception {
        agree(bank, DEAL);

        Page again = agree(bank, DEAL);
        Page other = agree(bank, DEAL.replace("-92467", "-92468"));
        close(bank, "2026-04-10");

        assertThat(again.text()).contains("KNOWN");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text()).contains("DEAL_ID_USED");
        assertThat(agree(bank, DEAL).text()).as("after it was settled").contains("KNOWN");
        assertThat(XmlPath.value(get(bank, CNY, "statements", "2026-04-10").text(), "count(//Ntry)"))
                .isEqualTo("1");
    }

    @Test
    void aDealThatCannotBeSettledIsRefusedWithItsReason() {
        close(bank, "2026-04-10");

        assertThat(agree(bank, DEAL).text()).contains("VALUE_DATE_PASSED", "2026-04-10");
        assertThat(agree(bank, "nothing").text()).contains("not JSON");
        assertThat(agree(bank, DEAL.replace("deal:HKD/CNY:2026-04-10", "d".repeat(36)))
                        .text())
                .contains("/deal_id");
        assertThat(agree(bank, DEAL.replace("\"CNY\"", "\"MOP\"")).text()).contains("no account in MOP");
        assertThat(agree(bank, DEAL.replace("\"CNY\"", "\"HKD\"")).text()).contains("two, in different currencies");
        assertThat(agree(bank, DEAL.replace("-92467", "-924.67")).text()).contains("minor must be a whole number");
        assertThat(agree(bank, DEAL.replace("\"2026-04-09\"", "\"yesterday\"")).text())
                .contains("struck_on");
    }

    /** Only the price is wrong, by 1 to 5 per mille; what was planted says so, and the same seed plants the same. */
    @Test
    void inADayWithPlantedErrorsOneDealIsSettledAtAWrongRate() throws Exception {
        BankDesk faulty = bank(new DealBook(day -> day.equals(THURSDAY) ? Optional.of(7L) : Optional.empty()));
        agree(faulty, DEAL);

        close(faulty, "2026-04-10");

        String cny = get(faulty, CNY, "statements", "2026-04-10").text();
        long told = new BigDecimal(XmlPath.value(cny, "//Ntry/Amt"))
                .movePointRight(2)
                .longValueExact();
        assertThat(told - 92_467).isBetween(92L, 462L);
        assertThat(XmlPath.value(get(faulty, HKD, "statements", "2026-04-10").text(), "//Ntry/Amt"))
                .isEqualTo("1060.00");
    }

    private static BankDesk bank(DealBook deals) {
        return new BankDesk(new Bank(_ -> List.of(), deals), _ -> true);
    }

    private static Page agree(BankDesk bank, String deal) {
        return bank.answer("POST", "/bank/v1/deals", "/bank/v1/deals", deal);
    }

    private static void close(BankDesk bank, String day) {
        bank.answer("POST", "/bank/v1/end-of-day", "/bank/v1/end-of-day?day=" + day, "");
    }

    private static Page get(BankDesk bank, String account, String what, String day) {
        String path = "/bank/v1/accounts/" + account + "/" + what + "/" + day;
        return bank.answer("GET", path, path, "");
    }
}
