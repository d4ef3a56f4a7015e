package io.baytap.check;

import java.time.Instant;

/** {@code helm test}. */
public final class Main {

    /** Something is not as it has to be, and was named. */
    private static final int DIFFERS = 1;

    /** Nothing was sent: a setting is missing or wrong. */
    private static final int NOT_SET_UP = 2;

    private Main() {}

    /** Ends with status 0 if the trip arrived to the cent. Settings come by environment: {@code CHECK_…}, as the README has them. */
    public static void main(String[] arguments) throws InterruptedException {
        Settings settings;
        try {
            settings = Settings.of(System.getenv(), Instant.now());
        } catch (IllegalArgumentException e) {
            System.out.println("nothing was sent: " + e.getMessage());
            System.exit(NOT_SET_UP);
            return;
        }
        boolean agree = TripCheck.run(settings, System.out::println);
        System.out.println(agree ? "the trip arrived" : "the trip did not arrive as it has to");
        System.exit(agree ? 0 : DIFFERS);
    }
}
