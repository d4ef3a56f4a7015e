package io.baytap.fx;

import io.baytap.fx.domain.BusinessCalendar;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The published holidays of the two centres: those that came with this build, or a deployment's own file. */
final class Calendars {

    static final String HONG_KONG = "hong-kong";
    static final String MAINLAND = "mainland";

    private static final Set<String> CENTRES = Set.of(HONG_KONG, MAINLAND);

    private Calendars() {}

    /**
     * One centre's.
     *
     * @param files a file for a centre, one ISO date a line; a line with {@code #} is a comment
     */
    static BusinessCalendar read(String centre, Map<String, Path> files) {
        for (String named : files.keySet()) {
            if (!CENTRES.contains(named)) {
                throw new IllegalArgumentException("fx.holidays." + named + ": there is no such centre; there are "
                        + HONG_KONG + " and " + MAINLAND);
            }
        }
        Path file = files.get(centre);
        try (InputStream content = file == null
                        ? Objects.requireNonNull(
                                Calendars.class.getResourceAsStream("/calendars/" + centre + ".csv"), centre)
                        : Files.newInputStream(file);
                var lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            return new BusinessCalendar(centre, holidays(centre, lines));
        } catch (IOException e) {
            throw new UncheckedIOException("fx.holidays." + centre + " cannot be read", e);
        }
    }

    private static Set<LocalDate> holidays(String centre, BufferedReader lines) throws IOException {
        Set<LocalDate> holidays = new HashSet<>();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                holidays.add(LocalDate.parse(line.strip()));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "fx.holidays." + centre + " line " + number + " is no date like 2026-10-01: " + line, e);
            }
        }
        return Set.copyOf(holidays);
    }
}
