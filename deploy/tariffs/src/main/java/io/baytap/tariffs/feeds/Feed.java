package io.baytap.tariffs.feeds;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One operator's GTFS feed: rows by file, without repetition. The same rows always make the same bytes. */
final class Feed {

    private static final int HEX_DIGITS = 12;
    private static final LocalDateTime TIMESTAMP = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final Set<GtfsFile> NEVER_LEFT_OUT = Set.of(GtfsFile.TRIPS, GtfsFile.STOP_TIMES, GtfsFile.CALENDAR);

    private final Operator operator;
    private final Map<GtfsFile, Set<List<String>>> rows = new EnumMap<>(GtfsFile.class);

    Feed(Operator operator) {
        this.operator = operator;
        add(GtfsFile.AGENCY, operator.name(), operator.title(), operator.url(), operator.timezone());
    }

    Operator operator() {
        return operator;
    }

    /** A row that stands already is not added again. */
    void add(GtfsFile file, String... fields) {
        if (fields.length != file.columns().size()) {
            throw new IllegalArgumentException("%s has %s".formatted(file.fileName(), file.columns()));
        }
        rows.computeIfAbsent(file, _ -> new LinkedHashSet<>()).add(List.of(fields));
    }

    List<List<String>> rows(GtfsFile file) {
        return new ArrayList<>(rows.getOrDefault(file, Set.of()));
    }

    /** Names the content: another row, another version. */
    String version() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (GtfsFile file : GtfsFile.values()) {
                var text = new StringWriter();
                writeRows(text, file);
                digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
            }
            return operator + "@" + HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the zip beside the old one and then puts it in its place: no reader ever sees half a feed. */
    void write(Path zip) throws IOException {
        String version = version();
        add(GtfsFile.FEED_INFO, operator.title(), operator.url(), operator.language(), version);
        Path fresh = zip.resolveSibling(zip.getFileName() + ".new");
        try (OutputStream out = Files.newOutputStream(fresh);
                var archive = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (GtfsFile file : GtfsFile.values()) {
                if (rows.containsKey(file) || NEVER_LEFT_OUT.contains(file)) {
                    var entry = new ZipEntry(file.fileName());
                    entry.setTimeLocal(TIMESTAMP);
                    archive.putNextEntry(entry);
                    var writer = new OutputStreamWriter(archive, StandardCharsets.UTF_8);
                    writeRows(writer, file);
                    archive.closeEntry();
                }
            }
        }
        Files.move(fresh, zip, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private void writeRows(Writer writer, GtfsFile file) {
        try {
            // Left open: it may be a zip entry, and closing it would close the zip.
            @SuppressWarnings("resource")
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
            csv.writeRecord(file.columns());
            rows.getOrDefault(file, Set.of()).forEach(csv::writeRecord);
            csv.flush();
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
