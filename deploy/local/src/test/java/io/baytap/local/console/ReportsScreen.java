package io.baytap.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.baytap.local.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The cross-border statement over the demo's days, looked at and taken home, has the summary's corridors and totals. */
final class ReportsScreen {

    private static final int MINOR_DIGITS = 2;

    private final Summary summary;

    ReportsScreen(Summary summary) {
        this.summary = summary;
    }

    void statement(Visitor visitor) {
        visitor.open("/reports");
        Page page = visitor.page();
        page.locator("#report").selectOption("statement");
        page.locator("#from").fill(summary.day().minusDays(2).toString());
        page.locator("#to").fill(summary.day().plusDays(1).toString());
        page.locator("#by").selectOption("QUARTER");
        page.locator("#asOf").fill(summary.day().plusDays(2).toString());
        page.locator("form.ask button").click();

        assertThat(preview(page)).as("preview of the statement").isEqualTo(expected());
        assertThat(csv(page)).as("CSV of the statement").isEqualTo(expected());
        assertThat(page.locator("tr[data-row=CONTROL_DIFFERS]").count()).isZero();
    }

    /** Journeys, fares and amounts by corridor, and over all by the currency of the fares. */
    private Map<String, Long> expected() {
        Map<String, Long> expected = new TreeMap<>();
        for (Summary.CorridorTotal corridor : summary.corridors()) {
            boolean hongKong = corridor.corridor().endsWith("-HK");
            String currency = hongKong ? "HKD" : "CNY";
            long minor = hongKong ? corridor.hkdMinor() : corridor.cnyMinor();
            expected.put(corridor.corridor() + " journeys", corridor.journeys());
            expected.put(corridor.corridor() + " fares", corridor.fares());
            expected.put(corridor.corridor() + " " + currency, minor);
            expected.merge("TOTAL fares, " + currency, corridor.fares(), Math::addExact);
            expected.merge("TOTAL " + currency, minor, Math::addExact);
            if (corridor.corridor().contains("CN")) {
                expected.put(corridor.corridor() + " in CNY", corridor.cnyMinor());
            }
        }
        return expected;
    }

    private static Map<String, Long> preview(Page page) {
        Map<String, Long> shown = new TreeMap<>();
        for (Locator row :
                page.locator("tr[data-row=DETAIL], tr[data-row=TOTAL]").all()) {
            add(
                    shown,
                    Objects.requireNonNull(row.getAttribute("data-row")),
                    column -> row.locator("td[data-column=" + column + "]").textContent());
        }
        return shown;
    }

    private static Map<String, Long> csv(Page page) {
        Download download = page.waitForDownload(() -> page.getByTestId("preview")
                .locator(".downloads a")
                .getByText("CSV", new Locator.GetByTextOptions().setExact(true))
                .click());
        List<String> lines;
        try {
            lines = Files.readAllLines(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> heads = List.of(lines.getFirst().replace("\uFEFF", "").split(",", -1));
        Map<String, Long> told = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(heads.get(i), cells[i]);
            }
            add(told, row.getOrDefault("row", ""), column -> row.getOrDefault(column, ""));
        }
        return told;
    }

    private static void add(Map<String, Long> told, String role, UnaryOperator<String> cell) {
        String currency = cell.apply("fare_currency");
        if (role.equals("DETAIL")) {
            String corridor = cell.apply("residents_of") + "-" + cell.apply("paying_in");
            told.put(corridor + " journeys", Long.parseLong(cell.apply("journeys")));
            told.put(corridor + " fares", Long.parseLong(cell.apply("fares")));
            told.put(corridor + " " + currency, minor(cell.apply("fare_amount")));
            if (corridor.contains("CN")) {
                told.put(corridor + " in CNY", minor(cell.apply("cny_amount")));
            }
        } else if (role.equals("TOTAL")) {
            told.put("TOTAL fares, " + currency, Long.parseLong(cell.apply("fares")));
            told.put("TOTAL " + currency, minor(cell.apply("fare_amount")));
        }
    }

    private static long minor(String amount) {
        return new BigDecimal(amount).movePointRight(MINOR_DIGITS).longValueExact();
    }
}
