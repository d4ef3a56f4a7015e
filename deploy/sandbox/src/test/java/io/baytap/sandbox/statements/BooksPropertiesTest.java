package io.baytap.sandbox.statements;

import static io.baytap.sandbox.statements.Examples.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten days of payments and refunds: whatever happened, statements, settlements and payouts say the same of it. */
class BooksPropertiesTest {

    private static final int DAYS = 10;
    private static final int COLUMN_PAID = 24;
    private static final int COLUMN_FEE = 21;
    private static final int COLUMN_RETURNED = 31;

    static LongStream seeds() {
        return LongStream.range(0, 1000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyMovementIsToldOnceAndPaidOutOnce(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        List<Movement> movements = movements(random);
        var fees = new Fees(random.nextInt(200));
        var clock = new ProviderClock(Clock.systemUTC());
        var desk = new BooksDesk(List.of(Examples.book(movements)), fees, clock);
        clock.tell(Days.at(DAY.plusDays(DAYS + 7), LocalTime.NOON));
        long expected = movements.stream()
                .mapToLong(movement -> (movement instanceof Movement.Refund ? -movement.minor() : movement.minor())
                        - fees.of(Examples.WEIXIN, movement))
                .sum();

        assertThat(told(desk, movements.size())).as("statements").isEqualTo(expected);
        assertThat(settled(desk)).as("settlements").isEqualTo(expected);
        assertThat(paidOut(desk)).as("payouts").isEqualTo(expected);
    }

    private static List<Movement> movements(SplittableRandom random) {
        List<Movement> movements = new ArrayList<>();
        for (int i = 0; i < random.nextInt(1, 60); i++) {
            var payment = Examples.payment("t" + i, random.nextLong(1, 1_000_000), at(random));
            movements.add(payment);
            if (random.nextInt(3) == 0) {
                movements.add(Examples.refund("r" + i, payment, random.nextLong(1, payment.minor() + 1), at(random)));
            }
        }
        return movements;
    }

    private static Instant at(SplittableRandom random) {
        return Days.at(DAY, LocalTime.MIDNIGHT).plus(Duration.ofSeconds(random.nextInt(DAYS * 86_400)));
    }

    /** Added up from the text, line by line; each number must occur once in all of them. */
    private static long told(BooksDesk desk, int count) {
        var total = BigDecimal.ZERO;
        var seen = new TreeMap<String, Integer>();
        for (LocalDate day = DAY; day.isBefore(DAY.plusDays(DAYS)); day = day.plusDays(1)) {
            Page page = desk.signed(
                            "1900000100",
                            "/v3/global/statements",
                            "/v3/global/statements?sp_mchid=1900000100&date=" + Days.compact(day))
                    .orElseThrow();
            if (page.text().contains("NO_STATEMENT_EXIST")) {
                continue;
            }
            List<String> lines = page.text().lines().toList();
            for (String line : lines.subList(1, lines.size() - 2)) {
                String[] fields = line.replace("`", "").split(",", -1);
                assertThat(fields[0]).startsWith(day.toString());
                seen.merge(fields[6] + "/" + fields[16], 1, Integer::sum);
                total = total.add(new BigDecimal(fields[COLUMN_PAID]))
                        .subtract(new BigDecimal(fields[COLUMN_RETURNED]))
                        .subtract(new BigDecimal(fields[COLUMN_FEE]));
            }
        }
        assertThat(seen).hasSize(count);
        assertThat(seen.values()).containsOnly(1);
        return total.movePointRight(2).longValueExact();
    }

    private static long settled(BooksDesk desk) throws IOException {
        long total = 0;
        int offset = 0;
        JsonNode page;
        do {
            String target = "/v3/global/settle/settlements?settle_state=SETTLED&limit=3&offset=" + offset;
            page = new ObjectMapper()
                    .readTree(desk.signed("1900000100", "/v3/global/settle/settlements", target)
                            .orElseThrow()
                            .text());
            for (JsonNode batch : page.path("data")) {
                total += batch.path("amount").path("settled").asLong();
            }
            offset += page.path("data").size();
        } while (offset < page.path("total_count").asInt());
        return total;
    }

    private static long paidOut(BooksDesk desk) {
        long total = 0;
        for (LocalDate day = DAY; day.isBefore(DAY.plusDays(DAYS + 7)); day = day.plusDays(1)) {
            List<Payout> payouts = desk.payouts(day);
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                assertThat(payouts).as("weekend").isEmpty();
            }
            total += payouts.stream().mapToLong(Payout::minor).sum();
        }
        return total;
    }
}
