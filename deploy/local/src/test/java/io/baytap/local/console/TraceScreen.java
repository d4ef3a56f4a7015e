package io.baytap.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.baytap.local.Summary;
import java.util.List;
import java.util.Locale;

/** Rides that the simulator planned are found under every id that they have, at the fare that is published. */
final class TraceScreen {

    private final Summary summary;

    TraceScreen(Summary summary) {
        this.summary = summary;
    }

    /** Looks for it by everything that it has to do with; ends at what was found of its rider. */
    void searchByAll(Visitor visitor, Summary.Ride ride) {
        String batch = ride.operatorId() + ":" + ride.fareCurrency() + ":" + summary.day();
        String fare = "fare:" + ride.journeyId() + ":0";
        for (String id : List.of(gate(ride), fare, "charge:conversion:" + fare, batch)) {
            look(visitor, id);
            assertThat(visitor.page().locator("[data-testid=steps] tbody tr").count())
                    .as("steps of " + id)
                    .isPositive();
        }
        for (String id : List.of(ride.journeyId(), ride.riderId())) {
            search(visitor, ride, id);
        }
    }

    /** Looks for it by its first tap. */
    void search(Visitor visitor, Summary.Ride ride) {
        visitor.open("/trace");
        search(visitor, ride, tap(ride));
    }

    private static void search(Visitor visitor, Summary.Ride ride, String id) {
        look(visitor, id);
        assertThat(link(visitor, ride).count()).as("rides of " + id).isEqualTo(1);
    }

    /** The ride, from what was found. */
    void ride(Visitor visitor, Summary.Ride ride) {
        link(visitor, ride).click();

        Page page = visitor.page();
        assertThat(page.getByTestId("journey").textContent()).isEqualTo(ride.journeyId());
        assertThat(page.getByTestId("rider").textContent()).isEqualTo(ride.riderId());
        assertThat(visitor.figures())
                .as("figures of " + ride.journeyId())
                .containsEntry("ride-owed-" + lower(ride.fareCurrency()), ride.fareMinor())
                .containsEntry("ride-debit-" + lower(ride.walletCurrency()), ride.walletMinor())
                .containsEntry("ride-taken-" + lower(ride.walletCurrency()), ride.walletMinor());
    }

    /** What nobody has. */
    void nothing(Visitor visitor) {
        visitor.open("/trace");
        look(visitor, "tap:nowhere:1");
        assertThat(visitor.page().getByTestId("nothing").isVisible()).isTrue();
    }

    private static void look(Visitor visitor, String id) {
        visitor.page().locator("#id").fill(id);
        visitor.page().locator(".search button").click();
        assertThat(visitor.page().locator("#id").inputValue()).isEqualTo(id);
    }

    private static Locator link(Visitor visitor, Summary.Ride ride) {
        return visitor.page()
                .getByTestId("journeys")
                .locator("a")
                .getByText(ride.journeyId(), new Locator.GetByTextOptions().setExact(true));
    }

    /** Its first, by which the journey is called. */
    private static String tap(Summary.Ride ride) {
        return ride.journeyId().substring("journey:".length());
    }

    private static String gate(Summary.Ride ride) {
        String tap = tap(ride);
        return tap.substring("tap:".length(), tap.lastIndexOf(':'));
    }

    private static String lower(String currency) {
        return currency.toLowerCase(Locale.ROOT);
    }
}
