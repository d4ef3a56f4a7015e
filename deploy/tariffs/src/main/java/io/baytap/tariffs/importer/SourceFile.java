package io.baytap.tariffs.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/** A published file, and everything that is wrong with it. */
final class SourceFile {

    private final Path path;
    private final String name;
    private final List<Refusal> refusals = new ArrayList<>();

    SourceFile(Path directory, String name) {
        this.path = directory.resolve(name);
        this.name = name;
    }

    /** The rows that could be read, in order; the others are refused. Rows with nothing in them are passed over. */
    <T> List<Numbered<T>> rows(List<String> columns, Function<SourceRow, T> read) {
        var rows = new ArrayList<Numbered<T>>();
        try (var csv = CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(path)) {
            for (NamedCsvRecord row : csv) {
                if (!row.getHeader().containsAll(columns)) {
                    refuse(1, "the header lacks one of " + columns + ": " + row.getHeader());
                    return List.of();
                }
                if (row.getFields().stream().anyMatch(field -> !field.isBlank())) {
                    readRow(row, read, rows);
                }
            }
        } catch (NoSuchFileException e) {
            refuse(0, "there is no such file");
        } catch (CsvParseException e) {
            refuse(0, "it is not CSV: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (rows.isEmpty() && refusals.isEmpty()) {
            refuse(0, "it has no rows");
        }
        return rows;
    }

    private <T> void readRow(NamedCsvRecord row, Function<SourceRow, T> read, List<Numbered<T>> rows) {
        long line = row.getStartingLineNumber();
        try {
            rows.add(new Numbered<>(line, read.apply(new SourceRow(row))));
        } catch (RowRefused e) {
            refuse(line, e.reason());
        }
    }

    JsonNode json() {
        try {
            return new ObjectMapper().readTree(path.toFile());
        } catch (IOException e) {
            refuse(0, "it cannot be read as JSON: " + e.getMessage());
            return MissingNode.getInstance();
        }
    }

    void refuse(long row, String reason) {
        refusals.add(new Refusal(name, row, reason));
    }

    boolean isHere() {
        return Files.isRegularFile(path);
    }

    boolean isSound() {
        return refusals.isEmpty();
    }

    List<Refusal> refusals() {
        return refusals;
    }

    String name() {
        return name;
    }

    /** Of the bytes as they are on disk, in hexadecimal. */
    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
