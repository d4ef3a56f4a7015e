package io.baytap.schemas;

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

/** The published holidays of the centres: those that came with this build, or a deployment's own file. */
public final class BankCalendars {

    public static final String HONG_KONG = "hong-kong";
    public static final String MAINLAND = "mainland";

    /** Those that came with this build. */
    public static final Set<String> CENTRES = Set.of(HONG_KONG, MAINLAND);

    /** Behind a date: a weekend day that is worked on. */
    private static final String WORKING = " working";

    private BankCalendars() {}

    /** As it came with this build. */
    public static BankCalendar published(String centre) {
        return read(centre, Map.of(), "calendars.");
    }

    /**
     * One centre's.
     *
     * @param files a file for a centre, one ISO date a line, a weekend day that is worked on with {@code working} behind it; a
     *     line with {@code #} is a comment. A year that is in none of its lines is not covered
     * @param setting what the files' names stand under in the settings, for messages: {@code fx.holidays.}
     * @throws IllegalArgumentException naming setting and line if there is no such calendar, or a line is not understood
     */
    public static BankCalendar read(String centre, Map<String, Path> files, String setting) {
        Path file = files.get(centre);
        if (file == null && !CENTRES.contains(centre)) {
            throw new IllegalArgumentException(
                    setting + centre + " is not set, and there is no such calendar in this build");
        }
        try (InputStream content = file == null
                        ? Objects.requireNonNull(
                                BankCalendars.class.getResourceAsStream("/calendars/" + centre + ".csv"), centre)
                        : Files.newInputStream(file);
                var lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            return calendar(centre, lines, setting);
        } catch (IOException e) {
            throw new UncheckedIOException(setting + centre + " cannot be read", e);
        }
    }

    private static BankCalendar calendar(String centre, BufferedReader lines, String setting) throws IOException {
        Set<LocalDate> closed = new HashSet<>();
        Set<LocalDate> working = new HashSet<>();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String day = line.strip();
            boolean worked = day.endsWith(WORKING);
            try {
                (worked ? working : closed)
                        .add(LocalDate.parse(worked ? day.substring(0, day.length() - WORKING.length()) : day));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        setting + centre + " line " + number + " is no date like 2026-10-01: " + line, e);
            }
        }
        return new BankCalendar(centre, closed, working);
    }
}
