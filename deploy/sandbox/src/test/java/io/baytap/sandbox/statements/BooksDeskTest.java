package io.baytap.sandbox.statements;

import static io.baytap.sandbox.statements.Examples.DAY;
import static io.baytap.sandbox.statements.Examples.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BooksDeskTest {

    private static final String STATEMENTS = "/v3/global/statements";
    private static final String SETTLEMENTS = "/v3/global/settle/settlements";

    private final List<Movement> movements = new ArrayList<>();
    private final ProviderClock clock = new ProviderClock(Clock.systemUTC());
    private final BooksDesk desk = new BooksDesk(List.of(Examples.book(movements())), new Fees(60), clock);

    private List<Movement> movements() {
        var fare = Examples.payment("t1", 530, MORNING);
        movements.add(fare);
        movements.add(Examples.payment("t2", 1000, MORNING.plusSeconds(1)));
        movements.add(Examples.refund("r1", fare, 130, MORNING.plus(Duration.ofHours(1))));
        // The last second of the day in Hong Kong, 15:59:59 UTC, and the first of the next.
        movements.add(Examples.payment("t3", 700, Days.at(DAY, LocalTime.of(23, 59, 59))));
        movements.add(Examples.payment("t4", 900, Days.at(DAY.plusDays(1), LocalTime.MIDNIGHT)));
        return movements;
    }

    @Test
    void aStatementListsTheDayAsItIsInHongKongAndIsReadyAtNine() {
        String target = STATEMENTS + "?date=20260409&sp_mchid=1900000100";

        clock.tell(Days.at(DAY, LocalTime.of(23, 0)));
        Page during = get(target);
        clock.tell(Days.at(DAY.plusDays(1), LocalTime.of(8, 59)));
        Page early = get(target);
        clock.tell(Days.at(DAY.plusDays(1), LocalTime.of(9, 0)));
        Page ready = get(target);

        assertThat(during.text()).contains("STATEMENT_CREATING");
        assertThat(early.text()).contains("STATEMENT_CREATING");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.text()).contains("`t1,", "`t2,", "`t3,", "`r1,").doesNotContain("`t4,");
    }

    @Test
    void aDayWithoutMovementsAndADayToComeHaveNoStatement() {
        clock.tell(Days.at(DAY.plusDays(9), LocalTime.NOON));

        assertThat(get(STATEMENTS + "?date=20260401&sp_mchid=1900000100").text())
                .contains("NO_STATEMENT_EXIST");
        assertThat(get(STATEMENTS + "?date=20260501&sp_mchid=1900000100").text())
                .contains("NO_STATEMENT_EXIST");
        assertThat(get(STATEMENTS + "?date=20260409&sp_mchid=1900000100&sub_mchid=9")
                        .text())
                .contains("NO_STATEMENT_EXIST");
    }

    @Test
    void whatIsWrongWithAQuestionIsNamed() {
        assertThat(get(STATEMENTS + "?date=2026-04-09&sp_mchid=1900000100").text())
                .contains("PARAM_ERROR", "date");
        assertThat(get(STATEMENTS + "?date=20260409").text()).contains("PARAM_ERROR", "sp_mchid");
        assertThat(get(STATEMENTS + "?date=20260409&sp_mchid=1900000200").status())
                .isEqualTo(403);
        assertThat(get(SETTLEMENTS + "?settle_state=DONE&limit=5&offset=0").text())
                .contains("settle_state");
        assertThat(get(SETTLEMENTS + "?settle_state=SETTLED&limit=0&offset=0").text())
                .contains("limit");
        assertThat(get(SETTLEMENTS + "?settle_state=SETTLED&limit=5&offset=-1").text())
                .contains("offset");
    }

    @Test
    void aTradeDayIsSettledOnTheNextWeekday() throws IOException {
        clock.tell(Days.at(DAY.plusDays(1), LocalTime.of(10, 0)));

        JsonNode settled = json(get(SETTLEMENTS + "?settle_state=SETTLED&limit=5&offset=0"));
        JsonNode open = json(get(SETTLEMENTS + "?settle_state=UNSETTLE&limit=5&offset=0"));
        clock.tell(Days.at(DAY.plusDays(2), LocalTime.of(10, 0)));
        JsonNode saturday = json(get(SETTLEMENTS + "?settle_state=UNSETTLE&limit=5&offset=0"));

        JsonNode batch = settled.path("data").path(0);
        assertThat(batch.path("batch_id").asText()).isEqualTo("2026040919000001001900001000");
        assertThat(batch.path("settlement_date").asText()).isEqualTo("20260410");
        assertThat(batch.path("wallet_region").asText()).isEqualTo("CHINA_MAINLAND");
        // 5.30 + 10.00 + 7.00; fees 0.03 + 0.06 + 0.04
        assertThat(batch.path("amount").path("pay").asLong()).isEqualTo(2230);
        assertThat(batch.path("amount").path("refund").asLong()).isEqualTo(130);
        assertThat(batch.path("amount").path("fee").asLong()).isEqualTo(13);
        assertThat(batch.path("amount").path("net").asLong()).isEqualTo(2087);
        assertThat(batch.path("amount").path("settled").asLong()).isEqualTo(2087);
        assertThat(settled.path("total_count").asInt()).isEqualTo(1);
        assertThat(open.path("total_count").asInt()).as("Friday is not over").isZero();
        assertThat(saturday.path("data").path(0).path("settlement_date").asText())
                .as("Friday's money comes on Monday")
                .isEqualTo("20260413");
        assertThat(saturday.path("data").path(0).path("amount").path("unsettle").asLong())
                .isEqualTo(895);
    }

    @Test
    void pagesAndDatesCutTheListOfBatches() throws IOException {
        clock.tell(Days.at(DAY.plusDays(5), LocalTime.of(10, 0)));

        JsonNode second = json(get(SETTLEMENTS + "?settle_state=SETTLED&limit=1&offset=1"));
        JsonNode dated = json(get(SETTLEMENTS
                + "?settle_state=SETTLED&limit=9&offset=0&settle_start_date=20260411&settle_end_date=20260413"));

        assertThat(second.path("total_count").asInt()).isEqualTo(2);
        assertThat(second.path("data")).hasSize(1);
        assertThat(second.path("data").path(0).path("settlement_date").asText()).isEqualTo("20260413");
        assertThat(dated.path("total_count").asInt()).isEqualTo(1);
    }

    @Test
    void plantedErrorsAreListedWithTheirShortPayout() throws IOException {
        clock.tell(MORNING);
        Page planted = control("PUT", "{\"day\":\"2026-04-09\",\"seed\":7}");
        JsonNode before = json(control("GET", ""));
        clock.tell(Days.at(DAY.plusDays(1), LocalTime.of(10, 0)));
        JsonNode list = json(control("GET", "")).path("planted");

        assertThat(planted.status()).isEqualTo(200);
        assertThat(before.path("planted")).isEmpty();
        // Three payments have three errors; the refund is of one of them.
        assertThat(list.findValuesAsText("name"))
                .containsExactly("LINE_MISSING", "LINE_DOUBLED", "AMOUNT_DIFFERS", "PAYOUT_SHORT");
        JsonNode lacking = list.path(3);
        assertThat(desk.payouts(DAY.plusDays(1)))
                .singleElement()
                .extracting(Payout::minor)
                .isEqualTo(lacking.path("told_minor").asLong());
        assertThat(lacking.path("expected_minor").asLong()).isEqualTo(2087);
        String missing = list.path(0).path("reference").asText();
        assertThat(get(STATEMENTS + "?date=20260409&sp_mchid=1900000100").text())
                .doesNotContain("SUCCESS,`OTHERS,`,`0.00,`,`0.00,`0,`0,`,`," + missing)
                .doesNotContain("`" + missing + ",`o1,`AUTH,`SUCCESS");
    }

    @Test
    void aDayThatIsOverCannotBeSpoilt() {
        clock.tell(Days.at(DAY.plusDays(1), LocalTime.MIDNIGHT));

        Page late = control("PUT", "{\"day\":\"2026-04-09\",\"seed\":7}");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("DAY_OVER");
    }

    @Test
    void theClockNeverGoesBack() {
        Page told = clockPage("2026-04-09T08:00:00+08:00");
        Page back = clockPage("2026-04-09T07:59:59+08:00");
        Page same = clockPage("2026-04-09T00:00:00Z");

        assertThat(told.status()).isEqualTo(200);
        assertThat(back.text()).contains("CLOCK_AHEAD");
        assertThat(same.status()).isEqualTo(200);
        assertThat(clockPage("noon").text()).contains("/now");
    }

    private Page clockPage(String now) {
        return desk.control("PUT", "/sandbox/v1/clock", "{\"now\":\"" + now + "\"}")
                .orElseThrow();
    }

    private Page control(String method, String body) {
        return desk.control(method, "/sandbox/v1/planted-errors", body).orElseThrow();
    }

    private Page get(String target) {
        return desk.signed("1900000100", target.substring(0, target.indexOf('?')), target)
                .orElseThrow();
    }

    private static JsonNode json(Page page) throws IOException {
        assertThat(page.status()).isEqualTo(200);
        return new ObjectMapper().readTree(page.text());
    }
}
