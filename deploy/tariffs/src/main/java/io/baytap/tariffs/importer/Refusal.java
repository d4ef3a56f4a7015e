package io.baytap.tariffs.importer;

/**
 * Why a published file is not taken.
 *
 * @param row the line in the file, counted from 1 with the header; 0 where no single line is at fault
 */
public record Refusal(String file, long row, String reason) {

    @Override
    public String toString() {
        return row == 0 ? "%s: %s".formatted(file, reason) : "%s row %d: %s".formatted(file, row, reason);
    }
}
