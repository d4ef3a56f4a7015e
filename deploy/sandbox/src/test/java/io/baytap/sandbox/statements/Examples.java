package io.baytap.sandbox.statements;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Movements of a Thursday, 2026-04-09. */
final class Examples {

    static final LocalDate DAY = LocalDate.parse("2026-04-09");
    static final Instant MORNING = Days.at(DAY, LocalTime.of(8, 15, 30));
    static final Institution WEIXIN = new Institution("weixin-pay", "1900000100", "wx1900000100000000", "CNY");

    private Examples() {}

    static Movement.Payment payment(String number, long minor, Instant at) {
        return new Movement.Payment(
                "4200" + number, number, "1900001000", "o1", "MTR 2026-04-09", "2026-04-09", minor, "CNY", at);
    }

    static Movement.Refund refund(String number, Movement.Payment payment, long minor, Instant at) {
        return new Movement.Refund("5030" + number, number, payment, minor, at);
    }

    static ProviderBook book(List<? extends Movement> movements) {
        return new ProviderBook() {
            @Override
            public Institution institution() {
                return WEIXIN;
            }

            @Override
            public List<Movement> movements() {
                return List.copyOf(movements);
            }
        };
    }

    /** A day with so many payments, and a refund for about one in four. */
    static List<StatementLine> lines(SplittableRandom random, int payments) {
        List<Movement> movements = new ArrayList<>();
        for (int i = 0; i < payments; i++) {
            var payment = payment("t" + i, random.nextLong(1, 10_000), at(random));
            movements.add(payment);
            if (random.nextInt(4) == 0) {
                movements.add(refund("r" + i, payment, random.nextLong(1, payment.minor() + 1), at(random)));
            }
        }
        return movements.stream()
                .sorted(Movement.BY_TIME)
                .map(StatementLine::of)
                .toList();
    }

    private static Instant at(SplittableRandom random) {
        return Days.at(DAY, LocalTime.MIDNIGHT).plus(Duration.ofSeconds(random.nextInt(86_400)));
    }
}
